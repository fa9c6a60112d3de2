import { getRouteApi } from '@tanstack/react-router'
import { Attachments } from '@/features/attachment/Attachments'
import { AssignmentPage } from '@/features/followup/AssignmentPage'

const route = getRouteApi('/shell/rekommendationer/$id')

/** Joins two capabilities: a recommendation's follow-up, and the papers that belong to it. */
export function FollowAssignmentPage() {
  const { id } = route.useParams()
  return <AssignmentPage attachments={<Attachments thing="assignment" thingId={id} />} />
}
