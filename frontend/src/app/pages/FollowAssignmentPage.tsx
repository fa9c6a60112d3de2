import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Attachments } from '@/features/attachment/Attachments'
import { assignmentQuery } from '@/features/followup/api'
import { AssignmentPage } from '@/features/followup/AssignmentPage'
import { IndicatorsOf } from '@/features/indicator/IndicatorsOf'
import { LoopOf } from '@/features/loop/LoopOf'
import { MakeRisk } from '@/features/loop/MakeRisk'

const route = getRouteApi('/shell/rekommendationer/$id')

/** Joins what there is about a recommendation: its follow-up, what answers to it in the plans, the figures that speak of it, its papers. */
export function FollowAssignmentPage() {
  const { id } = route.useParams()
  const { data: assignment } = useSuspenseQuery(assignmentQuery(id))
  return (
    <AssignmentPage
      attachments={
        <>
          <LoopOf thing="assignment" id={id} />
          <MakeRisk
            recommendationId={assignment.summary.recommendationId}
            committeeId={assignment.summary.holderId}
            text={assignment.summary.confidentialGround === null ? assignment.summary.text : ''}
          />
          <IndicatorsOf thing="recommendation" id={assignment.summary.recommendationId} />
          <Attachments thing="assignment" thingId={id} />
        </>
      }
    />
  )
}
