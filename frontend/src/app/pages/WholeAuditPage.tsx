import { getRouteApi } from '@tanstack/react-router'
import { Attachments } from '@/features/attachment/Attachments'
import { AuditPage } from '@/features/audit/AuditPage'
import { WorkingNotes } from '@/features/followup/notes/WorkingNotes'
import { Repetitions } from '@/features/followup/repetitions/Repetitions'

const route = getRouteApi('/shell/granskningar/$id')

/** Joins three capabilities: the audit, its papers, and what the follow-up knows of it. */
export function WholeAuditPage() {
  const { id } = route.useParams()
  return (
    <AuditPage>
      <Repetitions auditId={id} />
      <Attachments thing="audit" thingId={id} />
      <WorkingNotes auditId={id} />
    </AuditPage>
  )
}
