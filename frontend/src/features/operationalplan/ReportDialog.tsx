import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { iconOf } from '@/components/marks'
import { optionsOf, Select } from '@/components/Select'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { actionReports as t } from '@/lib/messages/operationalplan'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import { type PlanAction, type Progress, reportAction, type ReportPeriod } from './api'
import { periodOf } from './period'

const periods = optionsOf(t.periods) as { id: ReportPeriod; label: string }[]
const progresses = (Object.keys(values.progress) as Progress[]).map((id) => ({
  id,
  label: values.progress[id],
  icon: iconOf.progress(id),
}))

/** How far an action has come, at the four-month, eight-month or year-end report. */
export function ReportDialog({ action, onClose }: { action: PlanAction; onClose: () => void }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const speakable = [action.committeeId, ...action.content.committeeIds].filter((id) =>
    may('operationalplan.report', id),
  )
  const [begun] = useState(() => ({
    id: newId(),
    committeeId: speakable[0] ?? action.committeeId,
    period: periodOf(today()),
    progress: null as Progress | null,
    comment: '',
    on: today(),
  }))
  const [report, setReport] = useState(begun)
  const set = (part: Partial<typeof report>) => setReport((now) => ({ ...now, ...part }))
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    // Nothing chosen goes to the server as it is: the answer names the field.
    mutationFn: () => reportAction(action.id, { ...report, progress: report.progress as Progress }),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.done })
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['operational-plans', 'plan'] })
    },
  })
  const { number, what } = action.content
  return (
    <Dialog title={t.title(number)} onClose={onClose} dirty={report !== begun}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <blockquote className="words small said">{what}</blockquote>
        {speakable.length > 1 && (
          <Select
            label={t.committee}
            name="committeeId"
            value={report.committeeId}
            onChange={(committeeId) => set({ committeeId })}
            options={speakable.map((id) => ({ id, label: committeeName(committees, id) }))}
          />
        )}
        <Choices
          label={t.period}
          name="period"
          value={report.period}
          onChange={(period) => set({ period })}
          options={periods}
        />
        <Choices
          label={t.progress}
          name="progress"
          value={report.progress}
          onChange={(progress) => set({ progress })}
          options={progresses}
        />
        <TextArea
          label={t.comment}
          name="comment"
          help={t.commentHelp}
          optional={report.progress !== 'cancelled'}
          value={report.comment}
          onChange={(comment) => set({ comment })}
          maxLength={4000}
        />
        <DateField label={t.on} name="on" help={t.onHelp} value={report.on} onChange={(on) => set({ on })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
