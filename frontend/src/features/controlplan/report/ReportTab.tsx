import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { Rendered } from '@/components/Rendered'
import { planDecisions, planHead, planReport as t } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import { type ControlPlan, controlPlanQuery, decideReport } from '../api'
import { PlanDecisionDialog } from '../decision/PlanDecisionDialog'
import { ReportFigures } from './ReportFigures'
import { ReportForm } from './ReportForm'

const route = getRouteApi('/shell/internkontroll/$id/avrapportering')

/** The year's report: figures of the checks, and the committee's own judgement and words. */
export function ReportTab() {
  const { id } = route.useParams()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  if (plan.state === 'draft')
    return (
      <div className="panel">
        <EmptyState icon="report" title={t.notYet}>
          {t.notYetHelp}
        </EmptyState>
      </div>
    )
  return (
    <div className="stack">
      <ReportFigures plan={plan} />
      <Report plan={plan} />
    </div>
  )
}

function Report({ plan }: { plan: ControlPlan }) {
  const [deciding, setDeciding] = useState(false)
  const { report, may } = plan
  const mayWrite = may.includes('write_report')
  return (
    <section className="panel in stack" aria-labelledby="report">
      <div className="head">
        <h2 id="report">{t.title}</h2>
        {report && <Standing plan={plan} />}
        {may.includes('decide_report') && report && (
          <span className="end">
            <Button look="go" onPress={() => setDeciding(true)}>
              {planDecisions.act}
            </Button>
          </span>
        )}
      </div>
      {mayWrite && <ReportForm plan={plan} />}
      {!mayWrite && report && <Read report={report} />}
      {!mayWrite && !report && (
        <EmptyState icon="report" title={t.notWritten}>
          {t.notWrittenHelp}
        </EmptyState>
      )}
      {deciding && (
        <PlanDecisionDialog
          title={planDecisions.reportTitle(plan.year)}
          committeeId={plan.committeeId}
          outcomeHelp={planDecisions.report}
          decide={(decision) => decideReport(plan, decision)}
          onClose={() => setDeciding(false)}
        />
      )}
    </section>
  )
}

function Standing({ plan: { report } }: { plan: ControlPlan }) {
  if (!report?.decision) return <Pill icon="pencil">{t.draft}</Pill>
  return (
    <>
      <Pill tone="ok" icon="lock">
        {values.planState.reported}
      </Pill>
      <span className="cap">{planHead.decided(report.decision.date, report.decision.paragraph)}</span>
    </>
  )
}

function Read({ report: { content } }: { report: NonNullable<ControlPlan['report']> }) {
  return (
    <>
      {content.judgement && (
        <dl className="kv long">
          <dt>{t.judgement}</dt>
          <dd>
            <b>{values.judgement[content.judgement]}</b>
          </dd>
        </dl>
      )}
      {content.text !== '' && <Rendered text={content.text} />}
    </>
  )
}
