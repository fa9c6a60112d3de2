import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { deciding } from '@/lib/messages/decision'
import { deciding as t, responses } from '@/lib/messages/response'
import { responseQuery } from './api'
import { DecisionForm } from './DecisionForm'

const route = getRouteApi('/shell/yttranden/$id/beslut')

/** The secretary registers what the committee decided. */
export function DecisionPage() {
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(responseQuery(id))
  // As it was first read: what somebody else does meanwhile may not take away what is written here.
  const [response] = useState(data)
  return (
    <>
      <PageHead
        title={deciding.title}
        crumbs={[
          { label: responses.title, link: { to: '/yttranden' } },
          { label: response.auditTitle, link: { to: '/yttranden/$id', params: { id } } },
        ]}
        sub={response.content.title}
      />
      {response.may.includes('decide') ? (
        <DecisionForm response={response} />
      ) : (
        <div className="panel">
          <EmptyState
            icon="lock"
            title={t.wrongState}
            actions={
              <LinkButton to="/yttranden/$id" params={{ id }}>
                {t.toResponse}
              </LinkButton>
            }
          >
            {t.wrongStateHelp}
          </EmptyState>
        </div>
      )}
    </>
  )
}
