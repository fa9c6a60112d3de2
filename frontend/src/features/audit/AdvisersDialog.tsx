import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { Ticks } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Skeleton } from '@/components/Skeleton'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { advisers as t } from '@/lib/messages/audit'
import { common } from '@/lib/messages/common'
import { advisersQuery, type Audit, auditQuery, setAdvisers } from './api'

/** Which of the advisers are given the audit. */
export function AdvisersDialog({ audit, onClose }: { audit: Audit; onClose: () => void }) {
  const queryClient = useQueryClient()
  const chosenOf = ({ version, advisers }: Audit) => ({
    version,
    content: { accountIds: advisers.map(({ id }) => id) },
  })
  const editing = useEditing({
    thing: chosenOf(audit),
    save: async ({ accountIds }, version) => {
      const given = await setAdvisers({ id: audit.id, version }, accountIds)
      queryClient.setQueryData(auditQuery(audit.id).queryKey, given)
      return chosenOf(given)
    },
    reread: async () => chosenOf(await queryClient.fetchQuery({ ...auditQuery(audit.id), staleTime: 0 })),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog title={t.title} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <p className="sub">{t.help}</p>
        <Suspense fallback={<Skeleton />}>
          <Choosing chosen={editing.content.accountIds} onChoose={(accountIds) => editing.set({ accountIds })} />
          <FormActions onCancel={onClose}>
            <Button look="go" type="submit" isPending={editing.pending}>
              {common.save}
            </Button>
          </FormActions>
        </Suspense>
      </Form>
    </Dialog>
  )
}

function Choosing({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (ids: string[]) => void }) {
  const { data: advisers } = useSuspenseQuery(advisersQuery)
  if (advisers.length === 0)
    return (
      <div className="stack tight">
        <p>{t.none}</p>
        <div>
          <LinkButton small to="/administration/personer">
            {t.toPeople}
          </LinkButton>
        </div>
      </div>
    )
  return (
    <Ticks
      label={t.advisers}
      name="accountIds"
      value={chosen}
      onChange={onChoose}
      options={advisers.map(({ id, name, email }) => ({ id, label: `${name}, ${email}` }))}
    />
  )
}
