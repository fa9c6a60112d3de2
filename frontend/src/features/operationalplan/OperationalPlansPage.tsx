import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { operationalPlans as t } from '@/lib/messages/operationalplan'
import { values } from '@/lib/messages/values'
import { type OperationalPlanSummary, operationalPlansQuery, pageSize } from './api'
import { BeginPlanDialog } from './BeginPlanDialog'

const route = getRouteApi('/shell/verksamhetsplan')

/** Every committee's operational plans; of another's draft, that it is there. */
export function OperationalPlansPage() {
  const { page = 1 } = route.useSearch()
  const { data: plans } = useSuspenseQuery(operationalPlansQuery(page))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const [beginning, setBeginning] = useState(false)
  const own = committees.filter(({ id }) => may('operationalplan.edit', id))
  const begin = own.length > 0 && (
    <Button look="go" icon="plus" onPress={() => setBeginning(true)}>
      {t.begin}
    </Button>
  )
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={plans.total > 0 && begin} />
      <div className="panel">
        {plans.total === 0 ? (
          <EmptyState icon="plan" title={t.empty} actions={begin}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <>
            <DataTable caption={t.caption} columns={columns(committees)} rows={plans.items} rowId={({ id }) => id} />
            <Pagination page={page} pageSize={pageSize} total={plans.total} />
          </>
        )}
      </div>
      {beginning && <BeginPlanDialog committees={own} onClose={() => setBeginning(false)} />}
    </>
  )
}

function columns(committees: readonly Schema['Committee'][]): Column<OperationalPlanSummary>[] {
  return [
    {
      id: 'plan',
      header: t.plan,
      cell: ({ id, year, committeeId, mayRead }) => {
        const name = t.name(year, committeeName(committees, committeeId))
        return mayRead ? (
          <Link className="link" to="/verksamhetsplan/$id" params={{ id }}>
            {name}
          </Link>
        ) : (
          <>
            {name}
            <span className="cap blk">{t.locked}</span>
          </>
        )
      },
    },
    {
      id: 'state',
      header: t.state,
      cell: ({ state }) => <Pill icon={state === 'draft' ? 'pencil' : 'lock'}>{values.planState[state]}</Pill>,
    },
  ]
}
