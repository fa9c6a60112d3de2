import type { ReactNode } from 'react'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { TextArea } from '@/components/TextField'
import { today } from '@/lib/dates'
import { reporting as t } from '@/lib/messages/followup'
import type { Progress } from './api'
import { progressChoices } from './choices'

const choices = progressChoices(t.explained)

export interface TypedProgress {
  progress: Progress | null
  comment: string
  effect: string
  on: string
}

export const noProgress = (): TypedProgress => ({ progress: null, comment: '', effect: '', on: today() })

/** What a committee says of its progress. */
export function ProgressFields({
  value: { progress, comment, effect, on },
  set,
  help,
}: {
  value: TypedProgress
  set: (part: Partial<TypedProgress>) => void
  help?: ReactNode
}) {
  const ends = progress === 'cancelled'
  return (
    <>
      <Choices
        label={t.progress}
        name="progress"
        value={progress}
        onChange={(chosen) => set({ progress: chosen })}
        options={choices}
        help={help}
      />
      <TextArea
        label={ends ? t.reason : t.comment}
        name="comment"
        optional={!ends}
        value={comment}
        onChange={(typed) => set({ comment: typed })}
        maxLength={10000}
      />
      <TextArea
        label={t.effect}
        name="effect"
        help={t.effectHelp}
        optional
        rows={2}
        value={effect}
        onChange={(typed) => set({ effect: typed })}
        maxLength={10000}
      />
      <DateField label={t.on} name="on" help={t.onHelp} value={on} onChange={(typed) => set({ on: typed })} />
    </>
  )
}
