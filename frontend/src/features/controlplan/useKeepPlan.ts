import { useQueryClient } from '@tanstack/react-query'
import { type ControlPlan, controlPlanQuery } from './api'

/** What the server gave back is the plan from now on; lists and figures that it is part of are read again. */
export function useKeepPlan() {
  const queryClient = useQueryClient()
  return (plan: ControlPlan) => {
    queryClient.setQueryData(controlPlanQuery(plan.id).queryKey, plan)
    for (const key of ['list', 'summary']) void queryClient.invalidateQueries({ queryKey: ['control-plans', key] })
  }
}
