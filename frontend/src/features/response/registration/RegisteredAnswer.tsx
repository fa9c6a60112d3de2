import { useState } from 'react'
import { previewText } from '@/api/preview'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { optionsOf } from '@/components/Select'
import type { Schema } from '@/api/client'
import { registration as t } from '@/lib/messages/registration'
import { measures } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import type { Stance } from '../api'
import { EditMeasureDialog, NewMeasureDialog } from '../MeasureDialogs'
import { MeasureTable } from '../MeasureTable'
import { type AnswerDraft, stanceName, textName } from './draft'
import { ReadMark } from './ReadMark'

const stances: Record<string, string> = { none: t.noStance, ...values.stance }

/** What the committee answered one recommendation, and did about it. */
export function RegisteredAnswer({
  recommendation,
  answer,
  unseen,
  onChange,
  onSeen,
}: {
  recommendation: Schema['Recommendation']
  answer: AnswerDraft
  unseen: readonly string[]
  onChange: (answer: AnswerDraft, ...seen: string[]) => void
  onSeen: (name: string) => void
}) {
  const { number, text } = recommendation
  const heading = `rekommendation-${recommendation.id}`
  const of = (label: string) => `${label}, ${t.recommendation(number)}`
  return (
    <section className="panel in stack" aria-labelledby={heading}>
      <h3 id={heading}>{t.recommendation(number)}</h3>
      <blockquote className="words small said">{text}</blockquote>
      <Choices<Stance | 'none'>
        label={t.stance}
        name={stanceName(answer)}
        value={answer.stance ?? 'none'}
        onChange={(stance) => onChange({ ...answer, stance: stance === 'none' ? null : stance }, stanceName(answer))}
        options={optionsOf(stances)}
      />
      <ReadMark name={stanceName(answer)} label={of(t.stance)} unseen={unseen} onSeen={onSeen} />
      <MarkdownEditor
        label={t.text}
        name={textName(answer)}
        value={answer.text}
        onChange={(changed) => onChange({ ...answer, text: changed }, textName(answer))}
        preview={previewText}
      />
      <ReadMark name={textName(answer)} label={of(t.text)} unseen={unseen} onSeen={onSeen} />
      <Measures caption={t.measuresOf(number)} answer={answer} onChange={onChange} />
    </section>
  )
}

function Measures({
  caption,
  answer,
  onChange,
}: {
  caption: string
  answer: AnswerDraft
  onChange: (answer: AnswerDraft) => void
}) {
  const [open, setOpen] = useState<Schema['NewMeasure'] | 'new'>()
  const set = (changed: Schema['NewMeasure'][]) => onChange({ ...answer, measures: changed })
  const close = () => setOpen(undefined)
  return (
    <div className="stack tight">
      <div className="row far">
        <h4>{measures.title}</h4>
        <Button
          small
          look="plain"
          icon="plus"
          aria-label={`${measures.add}: ${caption}`}
          onPress={() => setOpen('new')}
        >
          {measures.add}
        </Button>
      </div>
      <MeasureTable
        caption={caption}
        measures={answer.measures}
        onEdit={setOpen}
        onRemove={(removed) => set(answer.measures.filter(({ id }) => id !== removed.id))}
      />
      {open === 'new' && (
        <NewMeasureDialog
          save={(id, content) => Promise.resolve(set([...answer.measures, { id, content }]))}
          onClose={close}
        />
      )}
      {open && open !== 'new' && (
        <EditMeasureDialog
          measure={{ version: 0, content: open.content }}
          save={(content) => Promise.resolve({ version: 0, content })}
          reread={() => Promise.resolve({ version: 0, content: open.content })}
          onSaved={({ content }) =>
            set(answer.measures.map((measure) => (measure.id === open.id ? { ...measure, content } : measure)))
          }
          onClose={close}
        />
      )}
    </div>
  )
}
