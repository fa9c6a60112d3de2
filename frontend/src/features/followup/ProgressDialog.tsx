import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { reporting as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { type Assignment, type Progress, rereadAssignment, reportProgress, useChanged } from './api'
import { noProgress, ProgressFields } from './ProgressFields'
import { SinceThen } from './SinceThen'
import { saidSince, timelineOf } from './timeline'
import { useAddition } from './useAddition'

/** The committee's word on what has become of the recommendation. What the measures suggest is told, not chosen. */
export function ProgressDialog({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const [nothing] = useState(noProgress)
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
        <ProgressFields
          value={report}
          set={set}
          help={suggestedProgress && t.suggested(values.progress[suggestedProgress].toLowerCase())}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={addition.pending}>
            {t.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
