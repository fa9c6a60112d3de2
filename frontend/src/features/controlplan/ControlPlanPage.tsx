import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet } from '@tanstack/react-router'
import { committeesQuery, committeeName } from '@/api/queries'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { TabLinks } from '@/components/TabLinks'
import { controlPlans as t } from '@/lib/messages/controlplan'
import { planHead as words } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import { type ControlPlan, controlPlanQuery } from './api'
import { PlanActions } from './PlanActions'

const route = getRouteApi('/shell/internkontroll/$id')

/** A committee's plan for a year: its head, and its parts as pages side by side. */
export function ControlPlanPage() {
  const { id } = route.useParams()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      <PageHead
        title={t.name(plan.year)}
        crumbs={[{ label: t.title, link: { to: '/internkontroll' } }]}
        sub={
          <>
            {committeeName(committees, plan.committeeId)} <PlanPill plan={plan} /> {standing(plan)}
          </>
        }
        actions={<PlanActions plan={plan} />}
      />
      <TabLinks
        label={words.tabs}
        tabs={[
          { label: words.risks, link: { to: '/internkontroll/$id', params: { id }, activeOptions: { exact: true } } },
          { label: words.controls, link: { to: '/internkontroll/$id/kontroller', params: { id } } },
          { label: words.report, link: { to: '/internkontroll/$id/avrapportering', params: { id } } },
          { label: words.changes, link: { to: '/internkontroll/$id/andringar', params: { id } } },
        ]}
      />
      <div>
        <Outlet />
      </div>
    </>
  )
}

function PlanPill({ plan: { state } }: { plan: ControlPlan }) {
  if (state === 'draft') return <Pill icon="pencil">{values.planState.draft}</Pill>
  return (
    <Pill tone="ok" icon="lock">
      {values.planState[state]}
    </Pill>
  )
}

/** When and under which § the plan was adopted, its number, and what has been added since. */
function standing({ adoption, content, amendments, inForceFrom }: ControlPlan): string {
  const adopted = amendments.filter(({ state }) => state === 'adopted').length
  return [
    adoption && words.decided(adoption.date, adoption.paragraph),
    inForceFrom !== null && inForceFrom !== adoption?.date && words.inForceFrom(inForceFrom),
    content.registryNumber,
    adopted > 0 && words.amendments(adopted),
  ]
    .filter(Boolean)
    .join(' · ')
}
