import { committeeName } from '@/api/queries'
import { type Column, DataTable } from '@/components/DataTable'
import { audit as t } from '@/lib/messages/audit'
import type { AuditContent, Committee } from './api'

type ReviewedDocument = AuditContent['documents'][number]

/** What the auditors have read. */
export function ReviewedDocuments({
  documents,
  committees,
}: {
  documents: readonly ReviewedDocument[]
  committees: readonly Committee[]
}) {
  if (documents.length === 0) return null
  const rows = documents.map((document, place) => ({ ...document, place }))
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'title', header: t.document, cell: ({ title }) => <span className="words small">{title}</span> },
    { id: 'date', header: t.date, numeric: true, cell: ({ date }) => date },
    {
      id: 'committee',
      header: t.committee,
      cell: ({ committeeId }) => (committeeId ? committeeName(committees, committeeId) : t.wholeOrganization),
    },
  ]
  return (
    <section aria-labelledby="documents">
      <div className="head">
        <h2 id="documents">{t.documents}</h2>
        <span className="cap">{documents.length}</span>
      </div>
      <div className="panel">
        <DataTable caption={t.documentsCaption} columns={columns} rows={rows} rowId={({ place }) => String(place)} />
      </div>
    </section>
  )
}
