import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { committeesQuery } from '@/api/queries'
import { filters as t } from '@/lib/messages/followup'
import { auditQuery } from './api'
import type { AssignmentSearch, Names } from './search'

/** The names of what a filter chooses by id. */
export function useNames({ granskning = '' }: Pick<AssignmentSearch, 'granskning'>): Names {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { data: audit } = useQuery({ ...auditQuery(granskning), enabled: granskning !== '' })
  return {
    committee: (id) => {
      const content = committees.find((committee) => committee.id === id)?.content
      return content ? content.abbreviation || content.name : t.unknownCommittee
    },
    audit: () => audit?.content.title ?? t.oneAudit,
  }
}
