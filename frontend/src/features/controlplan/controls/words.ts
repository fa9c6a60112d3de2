import { controls as t } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import type { Control, ControlContent, ControlPlan, Risk } from '../api'

/** How the same control went the year before, in a line. */
export function earlierWords({
  year,
  performed,
  deviating,
  notPerformed,
  missed,
  latest,
}: NonNullable<Control['earlier']>): string {
  const parts = t.earlierParts(performed, deviating, notPerformed, missed)
  const last = latest === null ? '' : `; ${t.latest(values.checkOutcome[latest])}`
  return t.earlier(year, parts + last)
}

export function risksOf(plan: ControlPlan, { riskIds }: ControlContent): Risk[] {
  return plan.risks.filter(({ id }) => riskIds.includes(id))
}
