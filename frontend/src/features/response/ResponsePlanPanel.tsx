import { useQuery } from '@tanstack/react-query'
import { DatePlan } from '@/components/DatePlan'
import { plan as t } from '@/lib/messages/common'
import { wayOf } from '@/lib/way'
import { planQuery, type Response } from './api'
import { PlanWarning } from './PlanWarning'

/** The way to the date; first what stands in it. It comes when it is read: nothing on the page waits for it. */
export function ResponsePlanPanel({ response }: { response: Response }) {
  const { data: plan } = useQuery(planQuery(response))
  if (!plan) return null
  const steps = wayOf(plan)
  return (
    <>
      {plan.warning && <PlanWarning response={response} plan={plan} warning={plan.warning} />}
      {steps.length > 0 && (
        <div className="panel in">
          <DatePlan label={t.label(response.auditTitle)} steps={steps} due={plan.due} />
        </div>
      )}
    </>
  )
}
