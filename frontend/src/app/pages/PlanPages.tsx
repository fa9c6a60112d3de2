import { getRouteApi } from '@tanstack/react-router'
import { DeviationsOfPlan } from '@/features/check/DeviationsOfPlan'
import { ControlsTab } from '@/features/controlplan/controls/ControlsTab'
import { RisksTab } from '@/features/controlplan/RisksTab'
import { Ties } from './Ties'

// Joins capabilities: a control plan, what its risks and controls are tied to, and the control deviations that its checks have found.

const deviationsRoute = getRouteApi('/shell/internkontroll/$id/avvikelser')

export function PlanRisksPage() {
  return <RisksTab ties={(id) => <Ties thing="risk" id={id} />} />
}

export function PlanControlsPage() {
  return <ControlsTab ties={(id) => <Ties thing="control" id={id} />} />
}

export function PlanDeviationsPage() {
  const { id } = deviationsRoute.useParams()
  return <DeviationsOfPlan plan={id} />
}
