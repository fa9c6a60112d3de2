import { editor as t } from '@/lib/messages/audit'
import type { Draft } from '../draft/draft'

/** The editor's parts, with how much each one holds, as the way to them. */
export function Contents({ draft }: { draft: Draft }) {
  const parts = [
    { title: t.about },
    { title: t.committees, count: draft.committees.length },
    { title: t.addressees, count: draft.addressees.length },
    { title: t.questions, count: draft.questions.length },
    { title: t.grades, count: draft.assessments.length },
    { title: t.overall, count: draft.overallAssessments.length },
    { title: t.recommendations, count: draft.recommendations.length },
    { title: t.criteria, count: draft.criteria.length },
    { title: t.documents, count: draft.documents.length },
  ]
  return (
    <nav aria-label={t.parts}>
      <ul>
        {parts.map(({ title, count }) => (
          <li key={title}>
            <a href={`#${partId(title)}`}>
              {title} {count !== undefined && <span className="dim">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The id of a part's element. */
export function partId(title: string): string {
  return `del-${title.toLocaleLowerCase('sv-SE').replaceAll(' ', '-')}`
}
