import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FileLink, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { SheetImportPanel } from '@/components/sheet/SheetImport'
import { controlPlans } from '@/lib/messages/controlplan'
import { planImport as t } from '@/lib/messages/controls'
import { type ControlPlan, controlPlanQuery, importPlan, planDocumentAddress } from './api'

const route = getRouteApi('/shell/internkontroll/$id/inlasning')

/** Risks and controls of a draft from a spreadsheet, or pasted from one: shown before anything is stored. */
export function ImportPlanPage() {
  const { id } = route.useParams()
  const queryClient = useQueryClient()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const toPlan = (
    <LinkButton look="go" to="/internkontroll/$id/kontroller" params={{ id }}>
      {t.toPlan}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        crumbs={[
          { label: controlPlans.title, link: { to: '/internkontroll' } },
          { label: controlPlans.name(plan.year), link: { to: '/internkontroll/$id', params: { id } } },
        ]}
      />
      {plan.may.includes('edit') ? (
        <SheetImportPanel
          words={t.fields}
          send={(sheet) => importPlan(plan, sheet)}
          onStored={() => void queryClient.invalidateQueries({ queryKey: ['control-plans'] })}
          actions={toPlan}
          aside={<Own plan={plan} />}
        />
      ) : (
        <div className="panel">
          <EmptyState icon="lock" title={t.locked} actions={toPlan}>
            {t.lockedHelp}
          </EmptyState>
        </div>
      )}
    </>
  )
}

function Own({ plan }: { plan: ControlPlan }) {
  return (
    <aside className="stack" aria-label={t.ownTitle}>
      <section className="panel in stack tight">
        <h2>{t.ownTitle}</h2>
        <p className="sub">{t.ownHelp}</p>
        <div className="row">
          <FileLink href={planDocumentAddress(plan.id, 'plan', 'xlsx')} download>
            {t.own}
          </FileLink>
        </div>
      </section>
    </aside>
  )
}
