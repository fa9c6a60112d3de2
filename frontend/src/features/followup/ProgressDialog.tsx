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
import { reporting as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { type Assignment, type Progress, rereadAssignment, reportProgress, useChanged } from './api'
import { progressChoices } from './choices'
import { SinceThen } from './SinceThen'
import { saidSince, timelineOf } from './timeline'
import { useAddition } from './useAddition'

const choices = progressChoices(t.explained)

/** The committee's word on what has become of the recommendation. What the measures suggest is told, not chosen. */
export function ProgressDialog({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const [nothing] = useState(() => ({ progress: null as Progress | null, comment: '', effect: '', on: today() }))
  const [id] = useState(newId)
  const [report, setReport] = useState(nothing)
  const set = (part: Partial<typeof nothing>) => setReport((now) => ({ ...now, ...part }))
  const changed = useChanged()
  const addition = useAddition({
    thing: assignment,
    // Nothing chosen goes to the server as it is: the answer names the field.
    send: (version) => reportProgress(assignment.id, { ...report, id, progress: report.progress as Progress }, version),
    reread: () => rereadAssignment(assignment.id),
    onAdded: async (after) => {
      showToast({ tone: 'ok', title: t.done })
      onClose()
      await changed(after)
    },
  })
  const { suggestedProgress } = assignment
  const ends = report.progress === 'cancelled'
  return (
    <Dialog title={t.title} onClose={onClose} dirty={report !== nothing}>
      <Form problem={addition.problem} onSubmit={addition.send}>
        {addition.since && (
          <SinceThen
            events={saidSince(timelineOf(addition.begun), timelineOf(addition.since))}
            onSend={addition.send}
          />
        )}
        <p className="sub">{t.help}</p>
        <Choices
          label={t.progress}
          name="progress"
          value={report.progress}
          onChange={(progress) => set({ progress })}
          options={choices}
          help={suggestedProgress && t.suggested(values.progress[suggestedProgress].toLowerCase())}
        />
        <TextArea
          label={ends ? t.reason : t.comment}
          name="comment"
          optional={!ends}
          value={report.comment}
          onChange={(comment) => set({ comment })}
          maxLength={10000}
        />
        <TextArea
          label={t.effect}
          name="effect"
          help={t.effectHelp}
          optional
          rows={2}
          value={report.effect}
          onChange={(effect) => set({ effect })}
          maxLength={10000}
        />
        <DateField label={t.on} name="on" help={t.onHelp} value={report.on} onChange={(on) => set({ on })} />
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={addition.pending}>
            {t.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
