import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { newId } from '@/lib/ids'
import { editor as t } from '@/lib/messages/audit'
import { asProblem } from '@/lib/problem'
import { type Audit, auditQuery, registerAudit } from './api'
import { contentOf, type Draft, newCommitteesOf } from './draft/draft'
import { AuditEditor } from './editor/AuditEditor'

/** The editor over an audit that is not registered yet, from whatever it begins with. */
export function RegisterForm({
  begun,
  isKept,
  onRegistered,
  actions,
  walk,
  frame = (form) => form,
}: {
  begun: Draft
  /** What it begins with is itself worth asking about before it is left. */
  isKept: boolean
  /** What is done with the registered audit before it is shown; the audit stays registered whatever comes of it. */
  onRegistered?: (audit: Audit) => Promise<void>
  actions: ReactNode
  /** The way through what is to be looked at before it is saved. */
  walk?: ReactNode
  /** What the form stands in, where something stands beside it that follows the draft. */
  frame?: (form: ReactNode, draft: Draft) => ReactNode
}) {
  const [id] = useState(newId)
  const [draft, setDraft] = useState(begun)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const registering = useMutation({
    mutationFn: () => registerAudit({ id, content: contentOf(draft), newCommittees: newCommitteesOf(draft) }),
    onSuccess: async (audit) => {
      queryClient.setQueryData(auditQuery(id).queryKey, audit)
      await queryClient.invalidateQueries({ queryKey: ['committees'] })
      void queryClient.invalidateQueries({ queryKey: ['audits'] })
      showToast({ tone: 'ok', title: t.saved })
      await onRegistered?.(audit)
      await navigate({ to: '/granskningar/$id', params: { id }, ignoreBlocker: true })
    },
  })
  return (
    <>
      {frame(
        <AuditEditor
          draft={draft}
          change={setDraft}
          isNew
          problem={registering.error && asProblem(registering.error)}
          pending={registering.isPending}
          onSubmit={() => registering.mutate()}
          actions={actions}
          walk={walk}
        />,
        draft,
      )}
      <UnsavedChangesGuard when={isKept || draft !== begun} />
    </>
  )
}
