import { Attachments } from '@/features/attachment/Attachments'
import { AuditPage } from '@/features/audit/AuditPage'

/** Joins two capabilities: an audit, and its papers. */
export function AuditWithPapersPage() {
  return <AuditPage papers={(id) => <Attachments thing="audit" thingId={id} />} />
}
