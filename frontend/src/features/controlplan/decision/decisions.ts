import { decisions as t } from '@/lib/messages/controls'
import type { ControlPlan, Decision } from '../api'

export interface Decided {
  about: string
  decision: Decision
}

/** Every decision about a plan, its amendments and its report, as they were registered. */
export function decisionsOf(plan: ControlPlan): Decided[] {
  const of = (about: string, thing: { decision: Decision | null; earlierDecisions: readonly Decision[] }) =>
    [...thing.earlierDecisions, ...(thing.decision ? [thing.decision] : [])].map((decision) => ({ about, decision }))
  return [
    ...of(t.about.plan, { decision: plan.adoption, earlierDecisions: plan.earlierDecisions }),
    ...plan.amendments.flatMap((amendment) => of(t.about.amendment(amendment.number), amendment)),
    ...(plan.report ? of(t.about.report, plan.report) : []),
  ].sort((a, b) => (a.decision.registeredAt < b.decision.registeredAt ? -1 : 1))
}
