import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { CheckOutcomeMark, DueDate } from '@/components/marks'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Skeleton } from '@/components/Skeleton'
import { today } from '@/lib/dates'
import { checks as t, periodWords } from '@/lib/messages/check'
import { filtering } from '@/lib/messages/common'
import { values } from '@/lib/messages/values'
import { checksQuery, type CheckSummary, pageSize } from './api'
import { CommitteeFilter, Filter } from './Filters'

const route = getRouteApi('/shell/kontroller')

/** The checks that the reader follows, or their own: whoever holds no role sees those alone. */
export function ChecksPage({ tabs }: { tabs: ReactNode }) {
  const { may } = useViewer()
  const followsAll = may('controlplan.read')
  return (
    <>
      <PageHead title={followsAll ? t.title : t.mineTitle} sub={followsAll ? t.sub : t.mineSub} />
      {followsAll && tabs}
      <Filters followsAll={followsAll} />
      <Suspense fallback={<Skeleton />}>
        <CheckList followsAll={followsAll} />
      </Suspense>
    </>
  )
}

function Filters({ followsAll }: { followsAll: boolean }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...part, page: undefined }, replace: true })
  return (
    <div className="row filters labelled">
      {followsAll && (
        <Filter
          label={t.whose}
          any={t.everybodys}
          value={search.vems === 'mina' ? 'mina' : undefined}
          words={{ mina: t.mine }}
          onChange={(vems) => choose({ vems })}
        />
      )}
      <CommitteeFilter
        label={t.committee}
        any={t.anyCommittee}
        value={search.namnd}
        onChange={(namnd) => choose({ namnd })}
      />
      <Filter
        label={t.year}
        any={t.anyYear}
        value={search.ar === undefined ? undefined : String(search.ar)}
        words={yearsWith(search.ar)}
        onChange={(ar) => choose({ ar: ar === undefined ? undefined : Number(ar) })}
      />
      <Filter
        label={t.state}
        any={t.anyState}
        value={search.lage}
        words={values.checkState}
        onChange={(lage) => choose({ lage })}
      />
    </div>
  )
}

const yearsBack = 10

/** Next year, the latest ones, and one that the address asks for. */
function yearsWith(asked: number | undefined): Record<string, string> {
  const next = Number(today().slice(0, 4)) + 1
  const years = [
    ...Array.from({ length: yearsBack }, (_, back) => next - back),
    ...(asked === undefined ? [] : [asked]),
  ]
  // A key that looks like a number would come first and rising; the newest is wanted first.
  return Object.fromEntries([...new Set(years)].map((year) => [String(year), String(year)]))
}

function CheckList({ followsAll }: { followsAll: boolean }) {
  const { page = 1, vems, namnd, ar, lage } = route.useSearch()
  const navigate = route.useNavigate()
  const isMine = !followsAll || vems === 'mina'
  const { data } = useSuspenseQuery(checksQuery({ mine: isMine, committeeId: namnd, year: ar, state: lage, page }))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  if (data.total > 0)
    return (
      <div className="panel">
        <DataTable
          caption={t.caption}
          columns={columnsWith(({ committeeId }) => committeeName(committees, committeeId))}
          rows={data.items}
          rowId={({ id }) => id}
        />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    )
  const isFiltered = [namnd, ar, lage].some((chosen) => chosen !== undefined)
  return (
    <div className="panel">
      {isFiltered ? (
        <EmptyState
          icon="filter"
          title={t.nothingFits}
          actions={<Button onPress={() => void navigate({ search: {}, replace: true })}>{filtering.clear}</Button>}
        >
          {t.nothingFitsHelp}
        </EmptyState>
      ) : (
        <EmptyState icon="check" title={isMine ? t.emptyMine : t.empty}>
          {isMine ? t.emptyMineHelp : t.emptyHelp}
        </EmptyState>
      )}
    </div>
  )
}

function columnsWith(committeeOf: (row: CheckSummary) => string): Column<CheckSummary>[] {
  return [
    {
      id: 'control',
      header: t.control,
      cell: ({ id, number, title, event }) => (
        <>
          <Link className="link" to="/kontroller/$id" params={{ id }}>
            {t.name(number, title)}
          </Link>
          {event && <span className="cap blk">{event}</span>}
        </>
      ),
    },
    { id: 'committee', header: t.committee, cell: committeeOf },
    {
      id: 'period',
      header: t.period,
      cell: ({ periodStart, periodEnd }) => periodWords(periodStart, periodEnd),
    },
    { id: 'responsible', header: t.responsible, cell: ({ person, function: words }) => person?.name ?? words },
    {
      id: 'outcome',
      header: t.outcome,
      cell: ({ state, outcome }) =>
        outcome ? (
          <CheckOutcomeMark standing={outcome} />
        ) : state === 'overdue' ? (
          <CheckOutcomeMark standing="late" />
        ) : state === 'ahead' ? (
          <CheckOutcomeMark standing="planned" />
        ) : (
          values.checkState[state]
        ),
    },
    {
      id: 'last',
      header: t.last,
      numeric: true,
      cell: ({ lastOn, state }) => <DueDate date={lastOn} settled={state === 'performed'} />,
    },
  ]
}
