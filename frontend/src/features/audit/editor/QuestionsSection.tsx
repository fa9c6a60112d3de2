import { Button } from '@/components/Button'
import { TextArea, TextField } from '@/components/TextField'
import { newId } from '@/lib/ids'
import { editor as t } from '@/lib/messages/audit'
import type { Draft, DraftQuestion } from '../draft/draft'
import { withoutGradesOf } from '../draft/grading'
import { canMove, canNest, depthOf, moved, nested, withoutQuestion, withQuestion } from '../draft/outline'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { RemarksAt } from './Remarks'
import { RowMenu } from './RowMenu'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

/** The audit questions and those that are part of them. */
export const QuestionsSection = partOf(['questions'], function QuestionsSection({ draft, change }: Editing) {
  const { questions } = draft
  return (
    <Section title={t.questions} count={questions.length} place="questions">
      {questions.map((question, place) => (
        <QuestionRow key={question.id} question={question} place={place} draft={draft} change={change} />
      ))}
      <div className="row">
        <Button small icon="plus" onPress={() => change((now) => withNewQuestion(now, null))}>
          {t.addQuestion}
        </Button>
      </div>
    </Section>
  )
})

function QuestionRow({ question, place, draft, change }: Editing & { question: DraftQuestion; place: number }) {
  const { id, number, text, parentId } = question
  const { questions } = draft
  const set = (part: Partial<DraftQuestion>) =>
    change((now) => ({ ...now, questions: now.questions.map((at) => (at.id === id ? { ...at, ...part } : at)) }))
  const rearrange = (how: (all: readonly DraftQuestion[]) => DraftQuestion[]) =>
    change((now) => ({ ...now, questions: how(now.questions) }))
  return (
    <div
      className={`numbered with-end depth-${Math.min(depthOf(questions, question), 3)}`}
      role="group"
      aria-label={t.questionAt(number)}
    >
      <TextField
        label={t.number}
        name={`questions/${place}/number`}
        value={number}
        onChange={(written) => set({ number: written })}
      />
      <TextArea
        label={t.questionText}
        beside={<WhereFound label={t.questionAt(number)} at={[places.question(id)]} />}
        name={`questions/${place}/text`}
        rows={2}
        autoFocus={text === ''}
        help={<RemarksAt place={places.question(id)} />}
        value={text}
        onChange={(written) => set({ text: written })}
      />
      <RowMenu
        label={t.questionTools(number)}
        actions={[
          canMove(questions, question, -1) && {
            label: t.moveUp,
            icon: 'up',
            act: () => rearrange((all) => moved(all, id, -1)),
          },
          canMove(questions, question, 1) && {
            label: t.moveDown,
            icon: 'down',
            act: () => rearrange((all) => moved(all, id, 1)),
          },
          { label: t.addSubQuestion, icon: 'plus', act: () => change((now) => withNewQuestion(now, id)) },
          canNest(questions, question) && {
            label: t.nest,
            icon: 'right',
            act: () => rearrange((all) => nested(all, id, true)),
          },
          parentId !== null && { label: t.unnest, icon: 'left', act: () => rearrange((all) => nested(all, id, false)) },
          { label: t.removeQuestion, icon: 'close', act: () => change((now) => withoutQuestionAndGrades(now, id)) },
        ]}
      />
    </div>
  )
}

function withNewQuestion(draft: Draft, parentId: string | null): Draft {
  return { ...draft, questions: withQuestion(draft.questions, { id: newId(), number: '', text: '', parentId }) }
}

function withoutQuestionAndGrades(draft: Draft, id: string): Draft {
  return withoutGradesOf({ ...draft, questions: withoutQuestion(draft.questions, id) }, id)
}
