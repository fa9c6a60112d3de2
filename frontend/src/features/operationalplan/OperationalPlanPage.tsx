import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { deciding } from '@/lib/messages/decision'
import { operationalPlans as t, planActions, planImport } from '@/lib/messages/operationalplan'
import { values } from '@/lib/messages/values'
import { NewActionDialog } from './ActionDialog'
import { ActionsTable } from './ActionsTable'
import { deletePlan, exportAddress, type OperationalPlan, operationalPlanQuery, type PlanAction } from './api'
import { DecideDialog } from './DecideDialog'
import { PlanDialog } from './PlanDialog'

const route = getRouteApi('/shell/verksamhetsplan/$id')

/** A committee's numbered actions for a year, and those of others that it shares. */
export function OperationalPlanPage() {
  const { id } = route.useParams()
  const { data: plan } = useSuspenseQuery(operationalPlanQuery(id))
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  return (
    <>
      <PageHead
        title={plan.content.title}
        crumbs={[{ label: t.title, link: { to: '/verksamhetsplan' } }]}
        sub={<Standing plan={plan} />}
        actions={<Actions plan={plan} onAdd={add} />}
      />
      <div className="stack">
        <OwnActions plan={plan} onAdd={add} />
        {plan.shared.length > 0 && (
          <section className="panel" aria-labelledby="gemensamma">
            <div className="in head">
              <h2 id="gemensamma">{planActions.shared}</h2>
              <span className="cap">{planActions.sharedHelp}</span>
            </div>
            <ActionsTable plan={plan} actions={plan.shared} caption={planActions.sharedCaption} ofOthers />
          </section>
        )}
        {plan.earlierDecisions.length > 0 && <EarlierDecisions plan={plan} />}
      </div>
      {adding && <NewActionDialog plan={plan} onClose={() => setAdding(false)} />}
    </>
  )
}

function Standing({ plan: { committeeId, state, content, adoption, reported } }: { plan: OperationalPlan }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      {committeeName(committees, committeeId)}{' '}
      <Pill {...(state === 'draft' ? { icon: 'pencil' } : { icon: 'lock', tone: 'ok' })}>
        {values.planState[state]}
      </Pill>{' '}
      {[
        adoption && t.decided(adoption.date, adoption.paragraph),
        reported && t.reportedOn(t.decided(reported.date, reported.paragraph)),
        content.registryNumber,
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}

const isSettled = ({ progress }: PlanAction) => ['done', 'continuous', 'cancelled'].includes(progress)

function OwnActions({ plan, onAdd }: { plan: OperationalPlan; onAdd: () => void }) {
  const { id, actions, may } = plan
  return (
    <section className="panel" aria-labelledby="atgarder">
      <div className="in head">
        <h2 id="atgarder">{planActions.title}</h2>
        {actions.length > 0 && (
          <span className="cap">{planActions.count(actions.length, actions.filter(isSettled).length)}</span>
        )}
      </div>
      {actions.length > 0 ? (
        <ActionsTable plan={plan} actions={actions} caption={planActions.caption} />
      ) : (
        <EmptyState
          icon="plan"
          title={planActions.empty}
          actions={
            may.includes('edit') && (
              <>
                <Button onPress={onAdd}>{planActions.add}</Button>
                <LinkButton to="/verksamhetsplan/$id/las-in" params={{ id }}>
                  {planImport.act}
                </LinkButton>
              </>
            )
          }
        >
          {planActions.emptyHelp}
        </EmptyState>
      )}
    </section>
  )
}

function EarlierDecisions({ plan }: { plan: OperationalPlan }) {
  return (
    <section className="panel in stack tight" aria-labelledby="tidigare">
      <h2 id="tidigare">{t.earlier}</h2>
      <ul className="c stack tight">
        {plan.earlierDecisions.map((decision) => (
          <li key={decision.id}>
            <b>{values.decisionOutcome[decision.outcome]}</b> {t.decided(decision.date, decision.paragraph)}
            {decision.comment && <p className="words small">{decision.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({ plan, onAdd }: { plan: OperationalPlan; onAdd: () => void }) {
  const { id, may, actions } = plan
  const [opened, setOpened] = useState<'edit' | 'remove' | 'decide'>()
  const close = () => setOpened(undefined)
  return (
    <>
      {may.includes('delete') && (
        <Button look="plain" onPress={() => setOpened('remove')}>
          {t.remove}
        </Button>
      )}
      {may.includes('edit') && (
        <Button look="plain" onPress={() => setOpened('edit')}>
          {t.edit}
        </Button>
      )}
      {actions.length > 0 && (
        <FileLink href={exportAddress(id)} download>
          {t.download}
        </FileLink>
      )}
      {may.includes('edit') && actions.length > 0 && (
        <LinkButton to="/verksamhetsplan/$id/las-in" params={{ id }}>
          {planImport.act}
        </LinkButton>
      )}
      {may.includes('edit') && (
        <Button look="go" icon="plus" onPress={onAdd}>
          {planActions.add}
        </Button>
      )}
      {may.includes('decide') && (
        <Button look="go" onPress={() => setOpened('decide')}>
          {deciding.title}
        </Button>
      )}
      {opened === 'edit' && <PlanDialog plan={plan} onClose={close} />}
      {opened === 'decide' && <DecideDialog plan={plan} onClose={close} />}
      {opened === 'remove' && <RemovePlan plan={plan} onClose={close} />}
    </>
  )
}

function RemovePlan({ plan, onClose }: { plan: OperationalPlan; onClose: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  async function remove() {
    await deletePlan(plan)
    showToast({ tone: 'ok', title: t.removed })
    await queryClient.invalidateQueries({ queryKey: ['operational-plans', 'list'] })
    await navigate({ to: '/verksamhetsplan' })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(plan.content.title)}
      confirm={t.remove}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
