import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { committeesQuery } from '@/api/queries'
import { CommitteeAbbreviation } from '@/components/CommitteeAbbreviation'
import { type Column, DataTable, type Sorting } from '@/components/DataTable'
import { DifferenceMark, ProgressMark, StanceMark, VerdictMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { assignments as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { AssignmentSort, AssignmentSummary, Committee } from './api'
import { LastDay } from './LastDay'

/** A page of the list, sorted by the server: three voices in three columns, and what differs between them in its own. */
export function AssignmentsTable({
  assignments,
  sort,
  onSort,
}: {
  assignments: readonly AssignmentSummary[]
  sort: AssignmentSort
  onSort: (sort: AssignmentSort) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <DataTable
      wide
      caption={t.caption}
      columns={columns(committees)}
      rows={assignments}
      rowId={({ id }) => id}
      sorting={sortingOf(sort)}
      onSort={({ column, descending }) => onSort(`${descending ? '-' : ''}${column}` as AssignmentSort)}
    />
  )
}

/** The stance, or that it may be hidden: an answer that is left out has none for the reader. */
function Stance({ of: { stance, answerHidden } }: { of: AssignmentSummary }) {
  if (stance === null && answerHidden) return <Pill icon="shield">{t.confidential}</Pill>
  return <StanceMark stance={stance} />
}

function sortingOf(sort: AssignmentSort): Sorting {
  return { column: sort.replace('-', ''), descending: sort.startsWith('-') }
}

function columns(committees: readonly Committee[]): Column<AssignmentSummary>[] {
  return [
    {
      id: 'title',
      header: t.recommendation,
      sortable: true,
      cell: ({ id, number, text, auditTitle, confidentialGround }) => (
        <>
          <Link className="link words small" to="/rekommendationer/$id" params={{ id }}>
            {text}
          </Link>
          <span className="cap blk">
            {auditTitle}, {t.numbered(number)}
          </span>
          {confidentialGround !== null && <Pill icon="lock">{t.confidential}</Pill>}
        </>
      ),
    },
    {
      id: 'committee',
      header: t.committee,
      sortable: true,
      cell: ({ committeeId, holderId }) => (
        <>
          <CommitteeAbbreviation committee={committees.find(({ id }) => id === committeeId)} />
          {holderId !== committeeId && (
            <span className="cap blk">
              {t.holder}
              <CommitteeAbbreviation committee={committees.find(({ id }) => id === holderId)} />
            </span>
          )}
        </>
      ),
    },
    { id: 'stance', header: t.stance, cell: (row) => <Stance of={row} /> },
    { id: 'progress', header: t.progress, cell: ({ progress }) => <ProgressMark progress={progress} /> },
    { id: 'difference', header: t.difference, cell: ({ difference }) => <DifferenceMark difference={difference} /> },
    {
      id: 'verdict',
      header: t.verdict,
      cell: ({ verdict, proposedVerdict }) => (
        <span>
          <VerdictMark verdict={verdict} />
          {proposedVerdict && <span className="cap blk">{t.proposed(values.verdict[proposedVerdict])}</span>}
        </span>
      ),
    },
    { id: 'lastDay', header: t.lastDay, sortable: true, numeric: true, cell: (row) => <LastDay of={row} /> },
    { id: 'reportDate', header: t.reportDate, sortable: true, numeric: true, cell: ({ reportDate }) => reportDate },
  ]
}
