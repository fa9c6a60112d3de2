import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Skeleton } from '@/components/Skeleton'
import { deviations as t } from '@/lib/messages/check'
import { filtering } from '@/lib/messages/common'
import { deviationsQuery, pageSize } from './api'
import { DeviationTable } from './DeviationTable'
import { CommitteeFilter, Filter } from './Filters'

const route = getRouteApi('/shell/kontrollavvikelser')

export function DeviationsPage({ tabs }: { tabs: ReactNode }) {
  const { may } = useViewer()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} />
      {may('controlplan.read') && tabs}
      <Filters />
      <Suspense fallback={<Skeleton />}>
        <DeviationList />
      </Suspense>
    </>
  )
}

function Filters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...part, page: undefined }, replace: true })
  return (
    <div className="row filters labelled">
      <Filter
        label={t.whose}
        any={t.everybodys}
        value={search.vems === 'mina' ? 'mina' : undefined}
        words={{ mina: t.mine }}
        onChange={(vems) => choose({ vems })}
      />
      <CommitteeFilter
        label={t.committee}
        any={t.anyCommittee}
        value={search.namnd}
        onChange={(namnd) => choose({ namnd })}
      />
      <Filter
        label={t.state}
        any={t.anyState}
        value={search.lage}
        words={t.states}
        onChange={(lage) => choose({ lage })}
      />
    </div>
  )
}

function DeviationList() {
  const { page = 1, vems, namnd, lage } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(deviationsQuery({ mine: vems === 'mina', committeeId: namnd, state: lage, page }))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  if (data.total > 0)
    return (
      <div className="panel">
        <DeviationTable rows={data.items} committeeOf={({ committeeId }) => committeeName(committees, committeeId)} />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    )
  const isFiltered = [vems, namnd, lage].some((chosen) => chosen !== undefined)
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
        <EmptyState icon="check" title={t.empty}>
          {t.emptyHelp}
        </EmptyState>
      )}
    </div>
  )
}
