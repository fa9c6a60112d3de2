import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { VerdictMark } from '@/components/marks'
import { showToast } from '@/components/Toasts'
import { assignments, many as t } from '@/lib/messages/followup'
import { type AssignmentSummary, confirmVerdictOnMany, useChanged } from '../api'
import { ChangedSince } from './ChangedSince'
import { useMany } from './useMany'

/** The advisers' proposals, to be read through and confirmed together. */
export function ManyConfirmDialog({
  rows,
  onClose,
  onSaid,
}: {
  rows: readonly AssignmentSummary[]
  onClose: () => void
  onSaid: () => void
}) {
  const changed = useChanged()
  const many = useMany(
    rows,
    (items) => confirmVerdictOnMany(items.map(({ assignmentId, version }) => ({ assignmentId, version }))),
    async (result) => {
      showToast({ tone: 'ok', title: t.confirmed(result.changed) })
      onSaid()
      await changed()
    },
  )
  return (
    <Dialog title={t.confirmTitle(rows.length)} onClose={onClose}>
      <Form problem={many.problem} onSubmit={many.send}>
        <ChangedSince many={many} />
        <p className="sub">{t.confirmHelp}</p>
        <ul className="c list panel">
          {rows.map(({ id, text, auditTitle, number, proposedVerdict }) => (
            <li key={id} className="stack tight">
              {proposedVerdict && <VerdictMark verdict={proposedVerdict} />}
              <span>
                {text} <span className="cap blk">{`${auditTitle}, ${assignments.numbered(number)}`}</span>
              </span>
            </li>
          ))}
        </ul>
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={many.pending}>
            {t.confirm}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
