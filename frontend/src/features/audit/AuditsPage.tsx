import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useViewer } from '@/api/session'
import { Button, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { LeftOut } from '@/components/LeftOut'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Skeleton } from '@/components/Skeleton'
import { audits as t } from '@/lib/messages/audit'
import { auditsQuery, pageSize } from './api'
import { AuditsFilters } from './AuditsFilters'
import { AuditsTable } from './AuditsTable'

const route = getRouteApi('/shell/granskningar')

/** Every audit that the reader may see; the filter, order and page live in the address. */
export function AuditsPage() {
  const { may } = useViewer()
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        actions={
          may('audit.register') && (
            <LinkButton look="go" icon="plus" to="/granskningar/ny">
              {t.register}
            </LinkButton>
          )
        }
      />
      <AuditsFilters />
      <Suspense fallback={<Skeleton />}>
        <AuditsList />
      </Suspense>
    </>
  )
}

function AuditsList() {
  const { q, namnd, bekraftad, sortering = '-reportDate', page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(auditsQuery({ q, committeeId: namnd, confirmed: bekraftad, sort: sortering, page }))
  const isFiltered = q !== undefined || namnd !== undefined || bekraftad !== undefined
  if (data.total === 0)
    return (
      <>
        <LeftOut count={data.leftOut} />
        <Nothing isFiltered={isFiltered} />
      </>
    )
  return (
    <>
      <p className="cap below" role="status">
        {t.hits(data.total)}
      </p>
      <LeftOut count={data.leftOut} />
      <div className="panel">
        <AuditsTable
          audits={data.items}
          sort={sortering}
          onSort={(sort) =>
            void navigate({ search: (now) => ({ ...now, sortering: sort, page: undefined }), replace: true })
          }
        />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    </>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const navigate = route.useNavigate()
  const { may } = useViewer()
  if (isFiltered)
    return (
      <div className="panel">
        <EmptyState
          icon="filter"
          title={t.noHits}
          actions={<Button onPress={() => void navigate({ search: {} })}>{t.clear}</Button>}
        />
      </div>
    )
  return (
    <div className="panel">
      <EmptyState
        icon="audit"
        title={t.empty}
        actions={may('audit.register') && <LinkButton to="/granskningar/ny">{t.register}</LinkButton>}
      >
        {may('audit.register') ? t.emptyHelp : t.emptyReader}
      </EmptyState>
    </div>
  )
}
