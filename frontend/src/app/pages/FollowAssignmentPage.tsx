import { AssignmentPage } from '@/features/followup/AssignmentPage'

/** Where a recommendation's follow-up is joined with the papers that belong to it. */
export function FollowAssignmentPage() {
  return <AssignmentPage />
}
