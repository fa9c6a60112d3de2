import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { judging as t } from '@/lib/messages/followup'
import { type Assignment, giveVerdict, rereadAssignment, useChanged, type Verdict } from './api'
import { SinceThen } from './SinceThen'
import { saidSince, timelineOf } from './timeline'
import { useAddition } from './useAddition'
import { noVerdict, VerdictFields } from './VerdictFields'

/** The auditors' word: an auditor gives it, an adviser proposes it. */
export function VerdictDialog({
  assignment,
  judges,
  onClose,
}: {
  assignment: Assignment
  judges: boolean
  onClose: () => void
}) {
  const [nothing] = useState(noVerdict)
  const [id] = useState(newId)
  const [given, setGiven] = useState(nothing)
  const set = (part: Partial<typeof nothing>) => setGiven((now) => ({ ...now, ...part }))
  const changed = useChanged()
  const addition = useAddition({
    thing: assignment,
    // Nothing chosen goes to the server as it is: the answer names the field.
    send: (version) => giveVerdict(assignment.id, { ...given, id, verdict: given.verdict as Verdict }, version),
    reread: () => rereadAssignment(assignment.id),
    onAdded: async (after) => {
      showToast({ tone: 'ok', title: judges ? t.given : t.proposed })
      onClose()
      await changed(after)
    },
  })
  return (
    <Dialog title={judges ? t.give : t.propose} onClose={onClose} dirty={given !== nothing}>
      <Form problem={addition.problem} onSubmit={addition.send}>
        {addition.since && (
          <SinceThen
            events={saidSince(timelineOf(addition.begun), timelineOf(addition.since))}
            onSend={addition.send}
          />
        )}
        <p className="sub">{judges ? t.giveHelp : t.proposeHelp}</p>
        <VerdictFields value={given} set={set} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={addition.pending}>
            {judges ? t.give : t.propose}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
