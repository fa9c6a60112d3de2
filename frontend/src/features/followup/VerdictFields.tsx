import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { TextArea } from '@/components/TextField'
import { today } from '@/lib/dates'
import { judging as t } from '@/lib/messages/followup'
import type { Verdict } from './api'
import { verdictChoices } from './choices'

const choices = verdictChoices(t.explained)

export interface TypedVerdict {
  verdict: Verdict | null
  comment: string
  on: string
}

export const noVerdict = (): TypedVerdict => ({ verdict: null, comment: '', on: today() })

/** What the auditors say. */
export function VerdictFields({
  value: { verdict, comment, on },
  set,
}: {
  value: TypedVerdict
  set: (part: Partial<TypedVerdict>) => void
}) {
  return (
    <>
      <Choices
        label={t.verdict}
        name="verdict"
        value={verdict}
        onChange={(chosen) => set({ verdict: chosen })}
        options={choices}
      />
      <TextArea
        label={t.comment}
        name="comment"
        optional
        value={comment}
        onChange={(typed) => set({ comment: typed })}
        maxLength={10000}
      />
      <DateField label={t.on} name="on" help={t.onHelp} value={on} onChange={(typed) => set({ on: typed })} />
    </>
  )
}
