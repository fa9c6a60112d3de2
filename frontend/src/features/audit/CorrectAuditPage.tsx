import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { committeesQuery } from '@/api/queries'
import { LinkButton } from '@/components/Button'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { type Editing, useEditing } from '@/lib/editing'
import { audits, editor as t } from '@/lib/messages/audit'
import { common } from '@/lib/messages/common'
import type { Versioned } from '@/lib/versioned'
import { type Audit, auditQuery, correctAudit } from './api'
import { contentOf, type Draft, draftOf } from './draft/draft'
import { AuditEditor } from './editor/AuditEditor'

const route = getRouteApi('/shell/granskningar/$id/andra')

/** The whole content of a registered audit, to be corrected. */
export function CorrectAuditPage() {
  const { id } = route.useParams()
  const { data: audit } = useSuspenseQuery(auditQuery(id))
  return (
    <>
      <PageHead
        title={t.correctTitle}
        crumbs={[
          { label: audits.title, link: { to: '/granskningar' } },
          { label: audit.content.title, link: { to: '/granskningar/$id', params: { id } } },
        ]}
      />
      <Correcting key={id} audit={audit} />
    </>
  )
}

function Correcting({ audit }: { audit: Audit }) {
  const { data: organization } = useSuspenseQuery(committeesQuery)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const editable = ({ version, content }: Audit): Versioned<Draft> => ({
    version,
    content: draftOf(content, organization),
  })
  const editing = useEditing({
    thing: editable(audit),
    save: async (draft, version) => {
      const corrected = await correctAudit(audit.id, contentOf(draft), version)
      queryClient.setQueryData(auditQuery(audit.id).queryKey, corrected)
      return editable(corrected)
    },
    reread: async () => editable(await queryClient.fetchQuery({ ...auditQuery(audit.id), staleTime: 0 })),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['audits'] })
      showToast({ tone: 'ok', title: t.saved })
      void navigate({ to: '/granskningar/$id', params: { id: audit.id }, ignoreBlocker: true })
    },
  })
  const change = useChange(editing)
  return (
    <>
      <AuditEditor
        draft={editing.content}
        change={change}
        isNew={false}
        problem={editing.problem}
        pending={editing.pending}
        onSubmit={editing.submit}
        onConflict={editing.onConflict}
        actions={
          <LinkButton look="plain" to="/granskningar/$id" params={{ id: audit.id }}>
            {common.cancel}
          </LinkButton>
        }
      />
      <UnsavedChangesGuard when={editing.dirty} />
    </>
  )
}

/** Changes the content as it is when it happens; the same function all the time, so that the editor's parts can rest. */
function useChange({ content, set }: Editing<Draft>): (how: (draft: Draft) => Draft) => void {
  const now = useRef({ content, set })
  useEffect(() => {
    now.current = { content, set }
  })
  return useCallback((how) => now.current.set(how(now.current.content)), [])
}
