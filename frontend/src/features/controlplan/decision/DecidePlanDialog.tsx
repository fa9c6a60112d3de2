import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox } from '@/components/Choices'
import { planDecisions as t } from '@/lib/messages/controls'
import { type ControlPlan, decidePlan, operationalDraftQuery } from '../api'
import { PlanDecisionDialog } from './PlanDecisionDialog'

/** One decision may be about the control plan and the operational plan both. */
export function DecidePlanDialog({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const queryClient = useQueryClient()
  const { data: operational } = useQuery(operationalDraftQuery(plan.committeeId, plan.year))
  const [both, setBoth] = useState(false)
  return (
    <PlanDecisionDialog
      title={t.planTitle(plan.year)}
      committeeId={plan.committeeId}
      outcomeHelp={t.plan}
      operationalPlanId={both && operational ? operational.id : null}
      decide={async (decision) => {
        const after = await decidePlan(plan, decision)
        void queryClient.invalidateQueries({ queryKey: ['operational-plans'] })
        return after
      }}
      onClose={onClose}
    >
      {operational && <Checkbox label={t.withOperationalPlan} value={both} onChange={setBoth} />}
    </PlanDecisionDialog>
  )
}
