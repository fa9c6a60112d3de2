import { useState } from 'react'
import { TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import type { DraftCommittee, DraftQuestion } from '../draft/draft'
import { shortName } from '../draft/draft'
import { assessmentAt, withAssessment } from '../draft/grading'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { GradeCell } from './GradeCell'
import { RemarksAt } from './Remarks'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

/** The report's grade of each question for each audited committee. */
export const GradesSection = partOf(
  ['questions', 'committees', 'assessments'],
  function GradesSection(editing: Editing) {
    const { questions, committees } = editing.draft
    const audited = committees.filter(({ isAudited }) => isAudited)
    if (questions.length === 0 || audited.length === 0)
      return (
        <Section title={t.grades} place="assessments">
          <p className="sub">{t.noGrades}</p>
        </Section>
      )
    return (
      <Section title={t.grades} help={t.gradesHelp} place="assessments">
        <div className="tbl">
          <table className="grades">
            <caption className="vh">{t.gradesCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.questionText}</th>
                {audited.map((committee) => (
                  <th key={committee.key} scope="col">
                    <abbr title={committee.name}>{shortName(committee)}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <GradesRow key={question.id} question={question} audited={audited} {...editing} />
              ))}
            </tbody>
          </table>
        </div>
        <Verbatims audited={audited} {...editing} />
      </Section>
    )
  },
)

function GradesRow({
  question,
  audited,
  draft,
  change,
}: Editing & { question: DraftQuestion; audited: readonly DraftCommittee[] }) {
  return (
    <tr>
      <th scope="row">
        <b>{question.number}</b> {question.text}
        <WhereFound
          label={t.gradesOf(question.number)}
          at={audited.map(({ key }) => places.assessment(question.id, key))}
        />
        <RemarksAt place={places.assessments(question.id)} />
      </th>
      {audited.map((committee) => (
        <GradeCell
          key={committee.key}
          label={t.gradeOf(question.number, shortName(committee))}
          assessment={assessmentAt(draft, question.id, committee.key)}
          onChange={(assessment) => change((now) => withAssessment(now, assessment))}
        />
      ))}
    </tr>
  )
}

/** The report's own words for each grade; shown when asked for, since there are many and most are the grade's own name. */
function Verbatims({ audited, draft, change }: Editing & { audited: readonly DraftCommittee[] }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.verbatims}</summary>
      {open &&
        draft.questions.map((question) => (
          <div key={question.id} className="form lined" role="group" aria-label={t.questionAt(question.number)}>
            {audited.map((committee) => {
              const assessment = assessmentAt(draft, question.id, committee.key)
              return (
                <TextField
                  key={committee.key}
                  label={t.gradeOf(question.number, shortName(committee))}
                  width={3}
                  value={assessment.verbatim}
                  onChange={(verbatim) => change((now) => withAssessment(now, { ...assessment, verbatim }))}
                />
              )
            })}
          </div>
        ))}
    </details>
  )
}
