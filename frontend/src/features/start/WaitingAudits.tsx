import { Link } from '@tanstack/react-router'
import type { Schema } from '@/api/client'
import { committeeName } from '@/api/queries'
import { type Column, DataTable } from '@/components/DataTable'
import { DueDate } from '@/components/marks'
import { start as t } from '@/lib/messages/start'
import type { AuditSummary } from './api'
import type { Unanswered } from './waiting'

/** Audits that the reader's committees are to answer and have not begun on. */
export function UnansweredAudits({
  unanswered,
  committees,
}: {
  unanswered: readonly Unanswered[]
  committees: readonly Schema['Committee'][]
}) {
  const columns: Column<Unanswered>[] = [
    { id: 'audit', header: t.audit, cell: ({ audit }) => <AuditLink audit={audit} /> },
    {
      id: 'committee',
      header: t.committee,
      cell: ({ addressee }) => committeeName(committees, addressee.committeeId),
    },
    { id: 'firm', header: t.firm, cell: ({ audit }) => audit.firm },
    {
      id: 'due',
      header: t.due,
      numeric: true,
      cell: ({ addressee }) => (addressee.responseDue ? <DueDate date={addressee.responseDue} /> : t.noDue),
    },
  ]
  return (
    <section aria-labelledby="unanswered">
      <div className="head">
        <h2 id="unanswered">{t.unanswered}</h2>
      </div>
      <div className="panel">
        <DataTable
          caption={t.unansweredCaption}
          columns={columns}
          rows={unanswered}
          rowId={({ addressee }) => addressee.id}
        />
      </div>
    </section>
  )
}

const unconfirmedColumns: Column<AuditSummary>[] = [
  { id: 'audit', header: t.audit, cell: (audit) => <AuditLink audit={audit} /> },
  { id: 'firm', header: t.firm, cell: ({ firm }) => firm },
  { id: 'reportDate', header: t.reportDate, numeric: true, cell: ({ reportDate }) => reportDate ?? t.noDue },
]

/** Audits that an auditor has yet to say are right. */
export function UnconfirmedAudits({ audits }: { audits: readonly AuditSummary[] }) {
  return (
    <section aria-labelledby="unconfirmed">
      <div className="head">
        <h2 id="unconfirmed">{t.unconfirmed}</h2>
      </div>
      <div className="panel">
        <DataTable caption={t.unconfirmedCaption} columns={unconfirmedColumns} rows={audits} rowId={({ id }) => id} />
      </div>
    </section>
  )
}

function AuditLink({ audit }: { audit: AuditSummary }) {
  return (
    <Link to="/granskningar/$id" params={{ id: audit.id }} className="link">
      {audit.title}
    </Link>
  )
}
