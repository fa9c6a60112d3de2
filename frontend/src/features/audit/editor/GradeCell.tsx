import { useId } from 'react'
import { editor as t } from '@/lib/messages/audit'
import { values } from '@/lib/messages/values'
import type { DraftAssessment, DraftGrade } from '../draft/draft'
import { lacksGrade } from '../draft/grading'
import { places } from '../draft/places'

/**
 * A grade in the matrix. The browser's own list: a report has hundreds of them, and a letter chooses without opening it.
 */
export function GradeCell({
  label,
  assessment,
  onChange,
}: {
  label: string
  assessment: DraftAssessment
  onChange: (assessment: DraftAssessment) => void
}) {
  const id = useId()
  const lacking = lacksGrade(assessment)
  return (
    <td
      className={lacking ? 'unsure' : undefined}
      data-place={places.assessment(assessment.questionId, assessment.committee)}
      data-field={`assessments/${assessment.questionId}/${assessment.committee}`}
      data-unreadable={lacking ? t.gradeLacking : undefined}
    >
      <label className="label vh" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        title={assessment.verbatim || undefined}
        value={assessment.grade}
        onChange={(event) => onChange({ ...assessment, grade: event.target.value as DraftGrade })}
      >
        <option value="">{t.noGrade}</option>
        {Object.entries(values.grade).map(([grade, word]) => (
          <option key={grade} value={grade}>
            {word}
          </option>
        ))}
      </select>
    </td>
  )
}
