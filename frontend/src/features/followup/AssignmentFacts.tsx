import { Link } from '@tanstack/react-router'
import { assignment as t } from '@/lib/messages/followup'
import type { AssignmentSummary } from './api'
import { LastDay } from './LastDay'

export function AssignmentFacts({ summary }: { summary: AssignmentSummary }) {
  const { auditId, auditTitle, firm, reportDate, measures, measuresDone, confidentialGround } = summary
  return (
    <section className="panel in stack tight" aria-labelledby="facts">
      <h2 id="facts" className="vh">
        {t.facts}
      </h2>
      <dl className="kv">
        <dt>{t.audit}</dt>
        <dd>
          <Link to="/granskningar/$id" params={{ id: auditId }}>
            {auditTitle}
          </Link>
        </dd>
        {firm && <dt>{t.firm}</dt>}
        {firm && <dd>{firm}</dd>}
        {reportDate && <dt>{t.reportDate}</dt>}
        {reportDate && <dd>{reportDate}</dd>}
        <dt>{t.lastDay}</dt>
        <dd>
          <LastDay of={summary} />
        </dd>
        {confidentialGround !== null && <dt>{t.confidential}</dt>}
        {confidentialGround !== null && <dd>{confidentialGround}</dd>}
        {measures > 0 && <dt>{t.measures}</dt>}
        {measures > 0 && <dd>{t.measuresDone(measuresDone, measures)}</dd>}
      </dl>
      <p className="sub">
        <Link to="/rekommendationer" search={{ granskning: auditId }}>
          {t.inAudit}
        </Link>
      </p>
    </section>
  )
}
