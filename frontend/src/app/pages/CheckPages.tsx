import { getRouteApi } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { Attachments } from '@/features/attachment/Attachments'
import { CheckPage } from '@/features/check/CheckPage'
import { ChecksPage } from '@/features/check/ChecksPage'
import { DeviationPage } from '@/features/check/DeviationPage'
import { DeviationsPage } from '@/features/check/DeviationsPage'
import { ControlTabs } from '@/features/controlplan/ControlPlansPage'
import { LoopOf } from '@/features/loop/LoopOf'
import { Ties } from './Ties'

// Joins capabilities: checks and control deviations, the papers that belong to them, what they are tied to, and the tabs of internal control.

const checkRoute = getRouteApi('/shell/kontroller/$id')
const deviationRoute = getRouteApi('/shell/kontrollavvikelser/$id')

export function ControlChecksPage() {
  return <ChecksPage tabs={<ControlTabs />} />
}

export function PerformCheckPage() {
  const { id } = checkRoute.useParams()
  return (
    <CheckPage
      attachments={<Attachments thing="check" thingId={id} />}
      ties={(controlId) => <Ties thing="control" id={controlId} />}
    />
  )
}

export function ControlDeviationsPage() {
  return <DeviationsPage tabs={<ControlTabs />} />
}

export function RemedyDeviationPage() {
  const { id } = deviationRoute.useParams()
  const { may } = useViewer()
  return (
    <DeviationPage
      attachments={
        <>
          {may('controlplan.read') && <LoopOf thing="deviation" id={id} />}
          <Attachments thing="deviation" thingId={id} />
        </>
      }
    />
  )
}
