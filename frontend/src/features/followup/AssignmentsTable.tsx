import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { committeeName, committeesQuery } from '@/api/queries'
import { CommitteeAbbreviation } from '@/components/CommitteeAbbreviation'
import { type Column, DataTable, type Picking, type Sorting } from '@/components/DataTable'
import { DifferenceMark, ProgressMark, StanceMark, VerdictMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { assignments as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { AssignmentSort, AssignmentSummary, Committee } from './api'
import { LastDay } from './LastDay'
import { type ListColumn, listColumns, usualColumns } from './search'

/**
 * A page of the list, sorted by the server: three voices in three columns, and what differs between them in its own.
 * Other columns may be chosen.
 */
export function AssignmentsTable({
  assignments,
  sort,
  onSort,
  shown = usualColumns,
  picking,
}: {
  assignments: readonly AssignmentSummary[]
  sort: AssignmentSort
  onSort: (sort: AssignmentSort) => void
  shown?: readonly ListColumn[] | undefined
  picking?: Omit<Picking<AssignmentSummary>, 'label'> | undefined
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const label = ({ text, committeeId }: AssignmentSummary) => `${text}, ${committeeName(committees, committeeId)}`
  const columns = columnsOf(committees)
  return (
    <DataTable
      wide
      caption={t.caption}
      columns={[recommendation, ...listColumns.filter((id) => shown.includes(id)).map((id) => columns[id])]}
      rows={assignments}
      rowId={({ id }) => id}
      sorting={sortingOf(sort)}
      onSort={({ column, descending }) => onSort(`${descending ? '-' : ''}${column}` as AssignmentSort)}
      picking={picking && { ...picking, label }}
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

const recommendation: Column<AssignmentSummary> = {
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
}

function columnsOf(committees: readonly Committee[]): Record<ListColumn, Column<AssignmentSummary>> {
  const words = t.columns
  return {
    committee: {
      id: 'committee',
      header: words.committee,
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
    stance: { id: 'stance', header: words.stance, cell: (row) => <Stance of={row} /> },
    progress: { id: 'progress', header: words.progress, cell: ({ progress }) => <ProgressMark progress={progress} /> },
    difference: {
      id: 'difference',
      header: words.difference,
      cell: ({ difference }) => <DifferenceMark difference={difference} />,
    },
    verdict: {
      id: 'verdict',
      header: words.verdict,
      cell: ({ verdict, proposedVerdict }) => (
        <span>
          <VerdictMark verdict={verdict} />
          {proposedVerdict && <span className="cap blk">{t.proposed(values.verdict[proposedVerdict])}</span>}
        </span>
      ),
    },
    last_day: {
      id: 'lastDay',
      header: words.last_day,
      sortable: true,
      numeric: true,
      cell: (row) => <LastDay of={row} />,
    },
    report_date: {
      id: 'reportDate',
      header: words.report_date,
      sortable: true,
      numeric: true,
      cell: ({ reportDate }) => reportDate,
    },
    firm: { id: 'firm', header: words.firm, cell: ({ firm }) => firm },
    measures: {
      id: 'measures',
      header: words.measures,
      numeric: true,
      cell: ({ measures, measuresDone }) => (measures > 0 ? t.measuresDone(measuresDone, measures) : t.none),
    },
  }
}
