import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { judging as t } from '@/lib/messages/followup'
import { type Assignment, giveVerdict, rereadAssignment, useChanged, type Verdict } from './api'
import { verdictChoices } from './choices'
import { SinceThen } from './SinceThen'
import { saidSince, timelineOf } from './timeline'
import { useAddition } from './useAddition'

const choices = verdictChoices(t.explained)

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
  const [nothing] = useState(() => ({ verdict: null as Verdict | null, comment: '', on: today() }))
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
        <Choices
          label={t.verdict}
          name="verdict"
          value={given.verdict}
          onChange={(verdict) => set({ verdict })}
          options={choices}
        />
        <TextArea
          label={t.comment}
          name="comment"
          optional
          value={given.comment}
          onChange={(comment) => set({ comment })}
          maxLength={10000}
        />
        <DateField label={t.on} name="on" help={t.onHelp} value={given.on} onChange={(on) => set({ on })} />
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={addition.pending}>
            {judges ? t.give : t.propose}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
