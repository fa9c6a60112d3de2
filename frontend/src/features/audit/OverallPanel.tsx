import { committeeName } from '@/api/queries'
import { audit as t } from '@/lib/messages/audit'
import type { AuditContent, Committee } from './api'
import { GradeMark, saysMore } from './GradeMark'

/** The report's word on each audited committee as a whole. */
export function OverallPanel({ content, committees }: { content: AuditContent; committees: readonly Committee[] }) {
  if (content.overallAssessments.length === 0) return null
  return (
    <section aria-labelledby="overall">
      <div className="head">
        <h2 id="overall">{t.overall}</h2>
      </div>
      <ul className="panel list">
        {content.overallAssessments.map(({ committeeId, grade, verbatim }) => (
          <li key={committeeId} className="row far top">
            <div className="grow">
              <b>{committeeName(committees, committeeId)}</b>
              {saysMore(verbatim, grade) && <p className="words small">{verbatim}</p>}
            </div>
            <GradeMark grade={grade} />
          </li>
        ))}
      </ul>
    </section>
  )
}
