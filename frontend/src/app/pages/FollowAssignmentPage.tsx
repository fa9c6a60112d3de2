import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Attachments } from '@/features/attachment/Attachments'
import { assignmentQuery } from '@/features/followup/api'
import { AssignmentPage } from '@/features/followup/AssignmentPage'
import { IndicatorsOf } from '@/features/indicator/IndicatorsOf'

const route = getRouteApi('/shell/rekommendationer/$id')

/** Joins three capabilities: a recommendation's follow-up, the papers that belong to it, and the figures that speak of it. */
export function FollowAssignmentPage() {
  const { id } = route.useParams()
  const { data: assignment } = useSuspenseQuery(assignmentQuery(id))
  return (
    <AssignmentPage
      attachments={
        <>
          <IndicatorsOf thing="recommendation" id={assignment.summary.recommendationId} />
          <Attachments thing="assignment" thingId={id} />
        </>
      }
    />
  )
}
