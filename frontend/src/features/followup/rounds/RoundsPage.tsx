import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { LinkButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { DueDate } from '@/components/marks'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { dateOf } from '@/lib/dates'
import { rounds as t } from '@/lib/messages/followup'
import { numbers } from '@/lib/numbers'
import { pageSize, roundsQuery, type RoundSummary } from '../api'

const route = getRouteApi('/shell/uppfoljningar')

/** The auditors' rounds of asking the committees, open ones first. */
export function RoundsPage() {
  const { page = 1 } = route.useSearch()
  const { may } = useViewer()
  const { data } = useSuspenseQuery(roundsQuery(page))
  const start = may('round.edit') && (
    <LinkButton look="go" icon="plus" to="/uppfoljningar/ny">
      {t.start}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={start} />
      <div className="panel">
        {data.total === 0 ? (
          <EmptyState icon="returned" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <>
            <DataTable caption={t.caption} columns={columns} rows={data.items} rowId={({ id }) => id} />
            <Pagination page={page} pageSize={pageSize} total={data.total} />
          </>
        )}
      </div>
    </>
  )
}

const columns: Column<RoundSummary>[] = [
  {
    id: 'title',
    header: t.name,
    cell: ({ id, title }) => (
      <Link className="link" to="/uppfoljningar/$id" params={{ id }}>
        {title}
      </Link>
    ),
  },
  {
    id: 'state',
    header: t.state,
    cell: ({ closedAt }) =>
      closedAt ? <Pill icon="lock">{t.closedOn(dateOf(closedAt))}</Pill> : <Pill tone="acc">{t.open}</Pill>,
  },
  {
    id: 'answered',
    header: t.answered,
    cell: ({ reported, asked }) => <HowMany count={reported} all={asked} bar="d" />,
  },
  { id: 'judged', header: t.judged, cell: ({ judged, asked }) => <HowMany count={judged} all={asked} bar="v" /> },
  {
    id: 'due',
    header: t.due,
    numeric: true,
    cell: ({ due, closedAt }) => <DueDate date={due} settled={closedAt !== null} />,
  },
]

function HowMany({ count, all, bar }: { count: number; all: number; bar: 'd' | 'v' }) {
  return (
    <span className="share">
      <span className="nb">{t.of(count, all)}</span>
      <span className="meter" aria-hidden="true" {...numbers({ of: Math.max(all, 1) })}>
        <i className={bar} {...numbers({ n: count })} />
      </span>
    </span>
  )
}
