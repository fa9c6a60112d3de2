import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { masked } from '@/api/masked'
import { useViewer } from '@/api/session'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { LeftOut } from '@/components/LeftOut'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Skeleton } from '@/components/Skeleton'
import { today } from '@/lib/dates'
import { backlog } from '@/lib/messages/backlog'
import { filtering } from '@/lib/messages/common'
import { assignments as t, filters, results } from '@/lib/messages/followup'
import { type AssignmentSummary, assignmentsQuery, pageSize } from './api'
import { AssignmentsFilters } from './AssignmentsFilters'
import { AssignmentsTable } from './AssignmentsTable'
import { ColumnsMenu } from './ColumnsMenu'
import { PickedBar } from './many/PickedBar'
import { usePicked } from './many/usePicked'
import { chosenIn, exportAddress, narrowed, narrowingOf, queryOf } from './search'
import { useNames } from './useNames'

const route = getRouteApi('/shell/rekommendationer')

/** Each recommendation as it concerns each committee; filter, order and page live in the address. */
export function AssignmentsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={<Ways />} />
      <AssignmentsFilters search={search} onChange={(to) => void navigate({ search: to, replace: true })} />
      <Suspense fallback={<Skeleton />}>
        <AssignmentsList key={JSON.stringify(narrowingOf(search))} />
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
      {may('verdict.propose') && (
        <LinkButton look="plain" icon="audit" to="/rekommendationer/uppfoljande-granskning">
          {results.readIn}
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
      {may('confidential.read') && (
        <FileLink look="plain" href={masked(exportAddress(search, 'xlsx'))} download aria-label={t.maskedLabel}>
          {t.masked}
        </FileLink>
      )}
    </>
  )
}

function AssignmentsList() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { sortering = '-reportDate', kolumner, page = 1 } = search
  const { data } = useSuspenseQuery(assignmentsQuery(queryOf(search), page))
  const picked = usePicked(data.items)
  const pickable = usePickable()
  if (data.total === 0) return <Nothing leftOut={data.leftOut} />
  return (
    <section id="lista" aria-label={t.title}>
      <Printed total={data.total} />
      <div className="row far below noprint">
        <p className="cap" role="status">
          {t.hits(data.total)}
        </p>
        <ColumnsMenu
          chosen={kolumner}
          onChange={(columns) => void navigate({ search: (now) => ({ ...now, kolumner: columns }), replace: true })}
        />
      </div>
      <LeftOut count={data.leftOut} />
      <div className="panel">
        {pickable && <PickedBar picked={picked} pickable={data.items.filter(pickable)} search={search} />}
        <AssignmentsTable
          assignments={data.items}
          sort={sortering}
          onSort={(sort) => void navigate({ search: (now) => narrowed(now, { sortering: sort }), replace: true })}
          shown={kolumner}
          picking={
            pickable && {
              pickable,
              picked: ({ id }) => picked.has(id),
              onPick: (row, wanted) => picked.pick([row], wanted),
            }
          }
        />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    </section>
  )
}

/** Which rows the reader may do something with, beside others; undefined for those who may with none. */
function usePickable(): ((row: AssignmentSummary) => boolean) | undefined {
  const { may } = useViewer()
  if (may('verdict.propose')) return () => true
  if (may('progress.report')) return ({ holderId }) => may('progress.report', holderId)
  return undefined
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
  const isFiltered = Object.keys(narrowingOf(search)).length > 0
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
