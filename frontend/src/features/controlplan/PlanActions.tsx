import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { Icon } from '@/components/icons'
import { showToast } from '@/components/Toasts'
import { controlPlans as t } from '@/lib/messages/controlplan'
import { amendments, planDecisions, planHead as words } from '@/lib/messages/controls'
import { BeginAmendmentDialog } from './amendments/BeginAmendmentDialog'
import { type ControlPlan, deleteControlPlan, plansOfCommitteeQuery } from './api'
import { DecidePlanDialog } from './decision/DecidePlanDialog'
import { PlanDocumentMenu } from './PlanDocumentMenu'
import { PlanFactsDialog } from './PlanFactsDialog'

/** The committee's other years, the plan as documents, and what may be done with it. */
export function PlanActions({ plan }: { plan: ControlPlan }) {
  const [open, setOpen] = useState<'facts' | 'remove' | 'decide' | 'amend'>()
  const close = () => setOpen(undefined)
  const may = (action: ControlPlan['may'][number]) => plan.may.includes(action)
  return (
    <>
      <Years plan={plan} />
      <PlanDocumentMenu plan={plan} />
      {(may('edit') || may('delete')) && <MoreMenu plan={plan} onOpen={setOpen} />}
      {may('decide') && (
        <Button look="go" onPress={() => setOpen('decide')}>
          {planDecisions.act}
        </Button>
      )}
      {may('amend') && (
        <Button look="go" icon="plus" onPress={() => setOpen('amend')}>
          {amendments.begin}
        </Button>
      )}
      {open === 'facts' && <PlanFactsDialog plan={plan} onClose={close} />}
      {open === 'remove' && <RemovePlan plan={plan} onClose={close} />}
      {open === 'decide' && <DecidePlanDialog plan={plan} onClose={close} />}
      {open === 'amend' && <BeginAmendmentDialog plan={plan} onClose={close} />}
    </>
  )
}

function Years({ plan }: { plan: ControlPlan }) {
  const { data: plans } = useSuspenseQuery(plansOfCommitteeQuery(plan.committeeId))
  const readable = plans.filter(({ mayRead }) => mayRead).toReversed()
  if (readable.length < 2) return null
  return (
    <nav className="seg" aria-label={words.years}>
      {readable.map(({ id, year, state }) => (
        <Link
          key={id}
          from="/internkontroll/$id"
          to="."
          params={{ id }}
          aria-current={id === plan.id ? 'page' : undefined}
        >
          {state === 'draft' ? words.draftYear(year) : year}
        </Link>
      ))}
    </nav>
  )
}

function MoreMenu({ plan, onOpen }: { plan: ControlPlan; onOpen: (dialog: 'facts' | 'remove') => void }) {
  const navigate = useNavigate()
  const readIn = () => void navigate({ to: '/internkontroll/$id/inlasning', params: { id: plan.id } })
  return (
    <MenuTrigger>
      <Button look="plain" icon="more">
        {words.more}
      </Button>
      <Popover className="pop">
        <Menu className="menu" aria-label={words.more}>
          {plan.may.includes('edit') && (
            <MenuItem className="option" onAction={() => onOpen('facts')}>
              <Icon name="pencil" />
              {words.facts}
            </MenuItem>
          )}
          {plan.may.includes('edit') && (
            <MenuItem className="option" onAction={readIn}>
              <Icon name="plus" />
              {words.readIn}
            </MenuItem>
          )}
          {plan.may.includes('delete') && (
            <MenuItem className="option" onAction={() => onOpen('remove')}>
              <Icon name="close" />
              {t.remove}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function RemovePlan({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()

  async function remove() {
    await deleteControlPlan(plan)
    showToast({ tone: 'ok', title: t.removed })
    await navigate({ to: '/internkontroll' })
    await queryClient.invalidateQueries({ queryKey: ['control-plans', 'list'] })
  }

  return (
    <ConfirmDialog
      title={t.removeTitle(t.name(plan.year))}
      confirm={t.remove}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
