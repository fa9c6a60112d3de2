import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { TabLinks } from '@/components/TabLinks'
import type { Schema } from '@/api/client'
import { commonRisks, controlPlans as t } from '@/lib/messages/controlplan'
import { controlSummary } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import { BeginPlanDialog } from './BeginPlanDialog'
import { type ControlPlanSummary, controlPlansQuery, pageSize } from './api'

const route = getRouteApi('/shell/internkontroll')

/** Every committee's control plans; of another's draft, that it is there. */
export function ControlPlansPage() {
  const { page = 1 } = route.useSearch()
  const { data: plans } = useSuspenseQuery(controlPlansQuery(page))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const [beginning, setBeginning] = useState(false)
  const own = committees.filter(({ id }) => may('controlplan.edit', id))
  const begin = own.length > 0 && (
    <Button look="go" icon="plus" onPress={() => setBeginning(true)}>
      {t.begin}
    </Button>
  )
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={plans.total > 0 && begin} />
      <ControlTabs />
      <div className="panel">
        {plans.total === 0 ? (
          <EmptyState icon="shield" title={t.empty} actions={begin}>
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

/** The pages of internal control, side by side. */
export function ControlTabs() {
  return (
    <TabLinks
      label={t.sections}
      tabs={[
        { label: t.plans, link: { to: '/internkontroll', activeOptions: { exact: true } } },
        { label: controlSummary.title, link: { to: '/internkontroll/sammanstallning' } },
        { label: commonRisks.title, link: { to: '/internkontroll/gemensamma' } },
      ]}
    />
  )
}

function columns(committees: readonly Schema['Committee'][]): Column<ControlPlanSummary>[] {
  return [
    {
      id: 'plan',
      header: t.plan,
      cell: ({ id, year, committeeId, mayRead }) => {
        const name = `${t.name(year)}, ${committeeName(committees, committeeId)}`
        return mayRead ? (
          <Link className="link" to="/internkontroll/$id" params={{ id }}>
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
