import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { many as t, reporting } from '@/lib/messages/followup'
import { type AssignmentSummary, type Progress, reportProgressOfMany, useChanged } from '../api'
import { noProgress, ProgressFields } from '../ProgressFields'
import { ChangedSince } from './ChangedSince'
import { useMany } from './useMany'

/** One word of progress, said of each. */
export function ManyProgressDialog({
  rows,
  onClose,
  onSaid,
}: {
  rows: readonly AssignmentSummary[]
  onClose: () => void
  onSaid: () => void
}) {
  const [nothing] = useState(noProgress)
  const [report, setReport] = useState(nothing)
  const changed = useChanged()
  const many = useMany(
    rows,
    // Nothing chosen goes to the server as it is: the answer names the field.
    (items) =>
      reportProgressOfMany(
        items.map(({ newId: id, ...item }) => ({
          ...item,
          report: { ...report, id, progress: report.progress as Progress },
        })),
      ),
    async (result) => {
      showToast({ tone: 'ok', title: t.reported(result.changed) })
      onSaid()
      await changed()
    },
  )
  return (
    <Dialog title={t.reportTitle(rows.length)} onClose={onClose} dirty={report !== nothing}>
      <Form problem={many.problem} onSubmit={many.send}>
        <ChangedSince many={many} />
        <p className="sub">{t.reportHelp}</p>
        <ProgressFields value={report} set={(part) => setReport((now) => ({ ...now, ...part }))} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={many.pending}>
            {reporting.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
