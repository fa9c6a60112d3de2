import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { common } from '@/lib/messages/common'
import { deviations as t } from '@/lib/messages/check'
import { deviationsQuery, pageSize } from './api'
import { DeviationTable } from './DeviationTable'

/** The control deviations of one plan, for the plan's own page. */
export function DeviationsOfPlan({ plan }: { plan: string }) {
  const [page, setPage] = useState(1)
  const { data } = useSuspenseQuery(deviationsQuery({ planId: plan, page }))
  if (data.total === 0)
    return (
      <div className="panel">
        <EmptyState icon="check" title={t.empty}>
          {t.emptyHelp}
        </EmptyState>
      </div>
    )
  return (
    <div className="panel">
      <DeviationTable rows={data.items} />
      {data.total > pageSize && (
        <div className="in row far">
          <span className="cap">
            {common.pageOf((page - 1) * pageSize + 1, Math.min(page * pageSize, data.total), data.total)}
          </span>
          <span className="row">
            <Button small look="plain" isDisabled={page === 1} onPress={() => setPage(page - 1)}>
              {common.previousPage}
            </Button>
            <Button small look="plain" isDisabled={page * pageSize >= data.total} onPress={() => setPage(page + 1)}>
              {common.nextPage}
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
