import { committeeName } from '@/api/queries'
import { type Column, DataTable } from '@/components/DataTable'
import { audit as t } from '@/lib/messages/audit'
import type { AuditContent, Committee } from './api'
import { depthOf, inOutlineOrder } from './draft/outline'
import { GradeMark } from './GradeMark'

type Question = AuditContent['questions'][number]

/** How each question is graded for each audited committee. */
export function GradesPanel({ content, committees }: { content: AuditContent; committees: readonly Committee[] }) {
  const questions = inOutlineOrder(content.questions)
  return (
    <section aria-labelledby="grades">
      <div className="head">
        <h2 id="grades">{t.grades}</h2>
        <span className="cap">{questions.length}</span>
      </div>
      <div className="panel">
        {questions.length === 0 ? (
          <p className="in sub">{t.noQuestions}</p>
        ) : (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with many committees it scrolls sideways, and the keyboard has to reach it
          <div className="sideways" role="region" aria-label={t.gradesCaption} tabIndex={0}>
            <DataTable
              caption={t.gradesCaption}
              columns={columns(content, committees)}
              rows={questions}
              rowId={({ id }) => id}
            />
          </div>
        )}
      </div>
    </section>
  )
}

function columns(content: AuditContent, committees: readonly Committee[]): Column<Question>[] {
  return [
    {
      id: 'question',
      header: t.question,
      cell: (question) => (
        <span className={`blk depth-${Math.min(depthOf(content.questions, question), 3)}`}>
          <b>{question.number}</b> <span className="words small">{question.text}</span>
        </span>
      ),
    },
    ...content.committeeIds.map((committeeId) => ({
      id: committeeId,
      header: shortName(committees, committeeId),
      cell: ({ id }: Question) => {
        const assessment = content.assessments.find(
          (candidate) => candidate.questionId === id && candidate.committeeId === committeeId,
        )
        return assessment ? <GradeMark {...assessment} /> : <span className="dim">{t.noGrade}</span>
      },
    })),
  ]
}

/** A committee's abbreviation, or its name where it has none. */
function shortName(committees: readonly Committee[], id: string): string {
  return committees.find((committee) => committee.id === id)?.content.abbreviation || committeeName(committees, id)
}
