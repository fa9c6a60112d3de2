import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { committeesQuery } from '@/api/queries'
import { CommitteeAbbreviation } from '@/components/CommitteeAbbreviation'
import { type Column, DataTable, type Sorting } from '@/components/DataTable'
import { DueDate, ResponseStatePill } from '@/components/marks'
import { audits as t } from '@/lib/messages/audit'
import type { AuditSort, AuditSummary, Committee } from './api'
import { ConfirmationPill } from './ConfirmationPill'
import { isSettled } from './responseState'

/** A page of the list, sorted by the server. */
export function AuditsTable({
  audits,
  sort,
  onSort,
}: {
  audits: readonly AuditSummary[]
  sort: AuditSort
  onSort: (sort: AuditSort) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <DataTable
      caption={t.caption}
      columns={columns(committees)}
      rows={audits}
      rowId={({ id }) => id}
      sorting={sortingOf(sort)}
      onSort={({ column, descending }) => onSort(`${descending ? '-' : ''}${column}` as AuditSort)}
    />
  )
}

function sortingOf(sort: AuditSort): Sorting {
  return { column: sort.replace('-', ''), descending: sort.startsWith('-') }
}

function columns(committees: readonly Committee[]): Column<AuditSummary>[] {
  return [
    {
      id: 'title',
      header: t.audit,
      sortable: true,
      cell: ({ id, title, firm }) => (
        <>
          <Link className="link" to="/granskningar/$id" params={{ id }}>
            {title}
          </Link>
          {firm && <span className="cap blk">{firm}</span>}
        </>
      ),
    },
    { id: 'reportDate', header: t.reportDate, sortable: true, numeric: true, cell: ({ reportDate }) => reportDate },
    {
      id: 'responseDue',
      header: t.addressees,
      sortable: true,
      cell: ({ addressees }) => <AddresseesCell addressees={addressees} committees={committees} />,
    },
    { id: 'recommendations', header: t.recommendations, numeric: true, cell: ({ recommendations }) => recommendations },
    {
      id: 'confirmed',
      header: t.confirmation,
      cell: ({ confirmed }) => <ConfirmationPill isConfirmed={confirmed} />,
    },
  ]
}

/** Each addressee with how far its response has come and, until it is decided, by when. */
function AddresseesCell({
  addressees,
  committees,
}: {
  addressees: AuditSummary['addressees']
  committees: readonly Committee[]
}) {
  if (addressees.length === 0) return <span className="dim">{t.noAddressees}</span>
  return (
    <ul className="c answering">
      {addressees.map(({ id, committeeId, responseDue, response }) => (
        <li key={id}>
          <CommitteeAbbreviation committee={committees.find((committee) => committee.id === committeeId)} />
          {response ? <ResponseStatePill state={response.state} /> : <span className="dim">{t.notBegun}</span>}
          {responseDue ? (
            <DueDate date={responseDue} settled={isSettled(response)} />
          ) : (
            <span className="dim">{t.noDate}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
