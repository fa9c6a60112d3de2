import { byChair, type DecisionDraft, type Outcome, sendsBack } from '@/lib/decision'
import { deciding as t } from '@/lib/messages/decision'
import { values } from '@/lib/messages/values'
import { Choices } from '../Choices'
import { DateField } from '../DateField'
import { optionsOf } from '../Select'
import { TextArea, TextField } from '../TextField'
import { MeetingField } from './MeetingField'

const outcomes = optionsOf(values.decisionOutcome) as { id: Outcome; label: string }[]

interface Fields {
  committeeId: string
  draft: DecisionDraft
  set: (part: Partial<DecisionDraft>) => void
}

/** What the committee decided, at which meeting or by whom, under which §; and what it wants instead, or a reservation. */
export function DecisionFields({ outcomeHelp, ...fields }: Fields & { outcomeHelp: Record<Outcome, string> }) {
  const { draft, set } = fields
  return (
    <>
      <Choices<Outcome>
        label={t.outcome}
        name="outcome"
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
        options={outcomes}
        help={outcomeHelp[draft.outcome]}
      />
      <DecisionPlace {...fields} />
      <DecisionComment {...fields} />
    </>
  )
}

/** At which meeting, or on which day and by which delegation; and the §. */
function DecisionPlace({ committeeId, draft, set }: Fields) {
  const chair = byChair(draft.outcome)
  return (
    <>
      {chair ? (
        <>
          <DateField label={t.date} name="date" value={draft.date} onChange={(date) => set({ date })} />
          <TextField
            label={t.delegation}
            name="delegation"
            help={t.delegationHelp}
            value={draft.delegation}
            onChange={(delegation) => set({ delegation })}
            maxLength={500}
          />
        </>
      ) : (
        <MeetingField committeeId={committeeId} value={draft.meetingId} onChange={(meetingId) => set({ meetingId })} />
      )}
      <TextField
        label={t.paragraph}
        name="paragraph"
        help={t.paragraphHelp}
        optional={chair}
        value={draft.paragraph}
        onChange={(paragraph) => set({ paragraph })}
        maxLength={20}
      />
    </>
  )
}

function DecisionComment({ draft, set }: Fields) {
  const back = sendsBack(draft.outcome)
  return (
    <TextArea
      label={back ? t.reason : t.reservation}
      name="comment"
      help={back ? t.reasonHelp : t.reservationHelp}
      optional={draft.outcome !== 'referred_back'}
      value={draft.comment}
      onChange={(comment) => set({ comment })}
      maxLength={4000}
    />
  )
}
