import { ApproximateDateField } from '@/components/ApproximateDateField'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { TextArea } from '@/components/TextField'
import { measureReporting as t } from '@/lib/messages/followup'
import { progressChoices } from './choices'
import { mayMoveDate, type MeasureReportDraft, reasonFor } from './measureReport'

const choices = progressChoices(t.explained)

/** What has become of a measure, in the words of whoever sees to it. */
export function MeasureReportFields({
  draft,
  set,
}: {
  draft: MeasureReportDraft
  set: (part: Partial<MeasureReportDraft>) => void
}) {
  const why = reasonFor(draft)
  return (
    <>
      <Choices
        label={t.progress}
        name="progress"
        value={draft.progress}
        onChange={(progress) => set({ progress })}
        options={choices}
      />
      <TextArea
        label={t.done}
        name="done"
        optional
        value={draft.done}
        onChange={(done) => set({ done })}
        maxLength={10000}
      />
      <TextArea
        label={t.effect}
        name="effect"
        help={t.effectHelp}
        optional
        rows={2}
        value={draft.effect}
        onChange={(effect) => set({ effect })}
        maxLength={10000}
      />
      <DateField label={t.on} name="on" help={t.onHelp} value={draft.on} onChange={(on) => set({ on })} />
      {mayMoveDate(draft) && (
        <div className="stack tight">
          <ApproximateDateField
            label={t.newReady}
            lastDayLabel={t.newLastDay}
            name="newReady"
            optional
            value={draft.newReady}
            onChange={(newReady) => set({ newReady })}
          />
          <p className="help">{t.newReadyHelp}</p>
        </div>
      )}
      {why && (
        <TextArea
          label={t.reason}
          name="reason"
          help={t.reasonFor[why]}
          rows={2}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
          maxLength={4000}
        />
      )}
    </>
  )
}
