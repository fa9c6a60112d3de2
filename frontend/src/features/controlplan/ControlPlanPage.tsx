import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { controlPlans as t, risks } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import { type ControlPlan, controlPlanQuery, deleteControlPlan } from './api'
import { NewRiskDialog } from './RiskDialog'
import { RiskMatrix } from './RiskMatrix'
import { RisksPanel } from './RisksPanel'
import { TakeInPanel } from './TakeInPanel'
import { useFollowing } from './useFollowing'

const route = getRouteApi('/shell/internkontroll/$id')

/** A committee's plan for a year, from its risk analysis: the matrix to look at and work in, and the list. */
export function ControlPlanPage() {
  const { id } = route.useParams()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<string | null>(null)
  useFollowing(selected, JSON.stringify(plan.risks.find((risk) => risk.id === selected)?.content))
  return (
    <>
      <PageHead
        title={t.name(plan.year)}
        crumbs={[{ label: t.title, link: { to: '/internkontroll' } }]}
        sub={
          <>
            {committeeName(committees, plan.committeeId)}{' '}
            <Pill icon={plan.state === 'draft' ? 'pencil' : 'lock'}>{values.planState[plan.state]}</Pill>
          </>
        }
        actions={<Actions plan={plan} onAdd={() => setAdding(true)} />}
      />
      <div className="stack">
        <div className="rm">
          <RiskMatrix plan={plan} selected={selected} onSelect={setSelected} />
          <RisksPanel plan={plan} onAdd={() => setAdding(true)} />
        </div>
        {plan.may.includes('edit_risks') && plan.commonRisks.length > 0 && <TakeInPanel plan={plan} />}
      </div>
      {adding && <NewRiskDialog plan={plan} onClose={() => setAdding(false)} />}
    </>
  )
}

function Actions({ plan, onAdd }: { plan: ControlPlan; onAdd: () => void }) {
  const [removing, setRemoving] = useState(false)
  const navigate = useNavigate()
  const queryClient = useQueryClient()

  async function remove() {
    await deleteControlPlan(plan)
    showToast({ tone: 'ok', title: t.removed })
    await queryClient.invalidateQueries({ queryKey: ['control-plans', 'list'] })
    await navigate({ to: '/internkontroll' })
  }

  return (
    <>
      {plan.may.includes('delete') && (
        <Button look="plain" onPress={() => setRemoving(true)}>
          {t.remove}
        </Button>
      )}
      {plan.may.includes('edit_risks') && (
        <Button look="go" icon="plus" onPress={onAdd}>
          {risks.add}
        </Button>
      )}
      {removing && (
        <ConfirmDialog
          title={t.removeTitle(t.name(plan.year))}
          confirm={t.remove}
          destructive
          onConfirm={remove}
          onCancel={() => setRemoving(false)}
        >
          <p>{t.removeHelp}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
