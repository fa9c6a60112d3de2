import { getRouteApi } from '@tanstack/react-router'
import { AuditPage } from '@/features/audit/AuditPage'
import { WorkingNotes } from '@/features/followup/notes/WorkingNotes'

const route = getRouteApi('/shell/granskningar/$id')

/** Joins two capabilities: the audit, and what the auditors note on it. */
export function WholeAuditPage() {
  const { id } = route.useParams()
  return (
    <AuditPage>
      <WorkingNotes auditId={id} />
    </AuditPage>
  )
}
