import { getRouteApi } from '@tanstack/react-router'
import { DeviationsOfPlan } from '@/features/check/DeviationsOfPlan'

const route = getRouteApi('/shell/internkontroll/$id/avvikelser')

/** Joins two capabilities: a control plan, and the control deviations that its checks have found. */
export function PlanDeviationsPage() {
  const { id } = route.useParams()
  return <DeviationsOfPlan plan={id} />
}
