import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { judging, many as t } from '@/lib/messages/followup'
import { type AssignmentSummary, type Verdict, giveVerdictOnMany, useChanged } from '../api'
import { noVerdict, VerdictFields } from '../VerdictFields'
import { ChangedSince } from './ChangedSince'
import { useMany } from './useMany'

/** One verdict, given or proposed on each. */
export function ManyVerdictDialog({
  rows,
  judges,
  onClose,
  onSaid,
}: {
  rows: readonly AssignmentSummary[]
  judges: boolean
  onClose: () => void
  onSaid: () => void
}) {
  const [nothing] = useState(noVerdict)
  const [given, setGiven] = useState(nothing)
  const changed = useChanged()
  const many = useMany(
    rows,
    // Nothing chosen goes to the server as it is: the answer names the field.
    (items) =>
      giveVerdictOnMany(
        items.map(({ newId: id, ...item }) => ({
          ...item,
          verdict: { ...given, id, verdict: given.verdict as Verdict },
        })),
      ),
    async (result) => {
      showToast({ tone: 'ok', title: (judges ? t.judged : t.proposed)(result.changed) })
      onSaid()
      await changed()
    },
  )
  return (
    <Dialog title={(judges ? t.judgeTitle : t.proposeTitle)(rows.length)} onClose={onClose} dirty={given !== nothing}>
      <Form problem={many.problem} onSubmit={many.send}>
        <ChangedSince many={many} />
        <p className="sub">{judges ? judging.giveHelp : judging.proposeHelp}</p>
        <VerdictFields value={given} set={(part) => setGiven((now) => ({ ...now, ...part }))} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={many.pending}>
            {judges ? judging.give : judging.propose}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
