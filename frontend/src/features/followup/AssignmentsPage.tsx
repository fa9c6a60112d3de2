import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useViewer } from '@/api/session'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Skeleton } from '@/components/Skeleton'
import { today } from '@/lib/dates'
import { backlog } from '@/lib/messages/backlog'
import { filtering } from '@/lib/messages/common'
import { assignments as t, filters } from '@/lib/messages/followup'
import { assignmentsQuery, pageSize } from './api'
import { AssignmentsFilters } from './AssignmentsFilters'
import { AssignmentsTable } from './AssignmentsTable'
import { LeftOut } from '@/components/LeftOut'
import { chosenIn, exportAddress, narrowed, queryOf } from './search'
import { useNames } from './useNames'

const route = getRouteApi('/shell/rekommendationer')

/** Each recommendation as it concerns each committee; filter, order and page live in the address. */
export function AssignmentsPage() {
  const search = route.useSearch()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={<Ways />} />
      <AssignmentsFilters search={search} />
      <Suspense fallback={<Skeleton />}>
        <AssignmentsList />
      </Suspense>
    </>
  )
}

/** Other ways to have what the list shows. */
function Ways() {
  const search = route.useSearch()
  const { namnd, firma, ar } = search
  const { may } = useViewer()
  return (
    <>
      {may('followup.import') && (
        <LinkButton look="plain" icon="plus" to="/rekommendationer/las-in">
          {backlog.act}
        </LinkButton>
      )}
      <LinkButton look="plain" icon="report" to="/oversikt" search={{ namnd, firma, ar }}>
        {t.overview}
      </LinkButton>
      <Button look="plain" icon="print" onPress={() => window.print()}>
        {t.print}
      </Button>
      <FileLink look="plain" href={exportAddress(search, 'xlsx')} download aria-label={t.xlsxLabel}>
        {t.xlsx}
      </FileLink>
      <FileLink look="plain" href={exportAddress(search, 'csv')} download aria-label={t.csvLabel}>
        {t.csv}
      </FileLink>
    </>
  )
}

function AssignmentsList() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { sortering = '-reportDate', page = 1 } = search
  const { data } = useSuspenseQuery(assignmentsQuery(queryOf(search), page))
  if (data.total === 0) return <Nothing leftOut={data.leftOut} />
  return (
    <section id="lista" aria-label={t.title}>
      <Printed total={data.total} />
      <p className="cap below noprint" role="status">
        {t.hits(data.total)}
      </p>
      <LeftOut count={data.leftOut} />
      <div className="panel">
        <AssignmentsTable
          assignments={data.items}
          sort={sortering}
          onSort={(sort) => void navigate({ search: (now) => narrowed(now, { sortering: sort }), replace: true })}
        />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    </section>
  )
}

/** What the paper shows, in words. */
function Printed({ total }: { total: number }) {
  const search = route.useSearch()
  const { session } = useViewer()
  const { page = 1 } = search
  const from = (page - 1) * pageSize + 1
  const words = chosenIn(search, useNames(search)).map((chosen) => chosen.words)
  const shown = total > pageSize ? filters.shown(from, Math.min(page * pageSize, total)) : ''
  return (
    <p className="only-print">
      {filters.printed(words.join(', '), t.hits(total), shown, today(), session.organization?.name ?? '')}
    </p>
  )
}

function Nothing({ leftOut }: { leftOut: number }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isFiltered = Object.keys(narrowed(search, { sortering: undefined })).length > 0
  return (
    <div className="panel">
      {leftOut > 0 && (
        <div className="in">
          <LeftOut count={leftOut} />
        </div>
      )}
      {isFiltered ? (
        <EmptyState
          icon="filter"
          title={t.nothingFits}
          actions={<Button onPress={() => void navigate({ search: {}, replace: true })}>{filtering.clear}</Button>}
        >
          {t.nothingFitsHelp}
        </EmptyState>
      ) : (
        <EmptyState
          icon="recommendations"
          title={t.empty}
          actions={<LinkButton to="/granskningar">{t.toAudits}</LinkButton>}
        >
          {t.emptyHelp}
        </EmptyState>
      )}
    </div>
  )
}
