// Grades: one for each question and audited committee, and one for each audited committee as a whole.
import type { Draft, DraftAssessment, DraftOverallAssessment } from './draft'

/** The assessment of a question for a committee; an empty one where there is none yet. */
export function assessmentAt(draft: Draft, questionId: string, committee: string): DraftAssessment {
  return (
    draft.assessments.find(
      (assessment) => assessment.questionId === questionId && assessment.committee === committee,
    ) ?? {
      questionId,
      committee,
      grade: '',
      verbatim: '',
    }
  )
}

export function withAssessment(draft: Draft, changed: DraftAssessment): Draft {
  const others = draft.assessments.filter(
    ({ questionId, committee }) => questionId !== changed.questionId || committee !== changed.committee,
  )
  const assessments = isEmpty(changed) ? others : [...others, changed]
  return { ...draft, assessments: inMatrixOrder({ ...draft, assessments }) }
}

/** Takes away the grades of a question that is gone. */
export function withoutGradesOf(draft: Draft, questionId: string): Draft {
  return { ...draft, assessments: draft.assessments.filter((assessment) => assessment.questionId !== questionId) }
}

export function overallOf(draft: Draft, committee: string): DraftOverallAssessment {
  return (
    draft.overallAssessments.find((assessment) => assessment.committee === committee) ?? {
      committee,
      grade: '',
      verbatim: '',
    }
  )
}

export function withOverall(draft: Draft, changed: DraftOverallAssessment): Draft {
  const overallAssessments = draft.committees.flatMap(({ key }) => {
    const assessment = key === changed.committee ? changed : overallOf(draft, key)
    return isEmpty(assessment) ? [] : [assessment]
  })
  return { ...draft, overallAssessments }
}

/** The report's words stand there, but what they mean is not chosen: it cannot be saved so. */
export function lacksGrade({ grade, verbatim }: { grade: string; verbatim: string }): boolean {
  return grade === '' && verbatim.trim() !== ''
}

function isEmpty({ grade, verbatim }: { grade: string; verbatim: string }): boolean {
  return grade === '' && verbatim === ''
}

/** By question and committee, so that the same grades always read the same, in whatever order they were given. */
function inMatrixOrder({ assessments, questions, committees }: Draft): DraftAssessment[] {
  const row = new Map(questions.map(({ id }, place) => [id, place]))
  const column = new Map(committees.map(({ key }, place) => [key, place]))
  const place = ({ questionId, committee }: DraftAssessment) =>
    (row.get(questionId) ?? 0) * committees.length + (column.get(committee) ?? 0)
  return [...assessments].sort((a, b) => place(a) - place(b))
}
