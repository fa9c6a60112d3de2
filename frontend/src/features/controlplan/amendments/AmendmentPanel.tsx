import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { Pill } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { amendments as t, planDecisions, planHead } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import {
  type Amendment,
  type ControlChange,
  type ControlPlan,
  decideAmendment,
  deleteAmendment,
  writeAmendment,
} from '../api'
import { emptyControl } from '../controls/ControlFields'
import { PlanDecisionDialog } from '../decision/PlanDecisionDialog'
import { useKeepPlan } from '../useKeepPlan'
import { ChangeItem } from './ChangeItem'
import { ChangeControlDialog } from './ChangeControlDialog'
import { withoutChange } from './changes'
import { ChooseControlDialog } from './ChooseControlDialog'
import { ReasonDialog } from './ReasonDialog'

interface Shown {
  plan: ControlPlan
  amendment: Amendment
}

type Open =
  | { dialog: 'write'; change: ControlChange }
  | { dialog: 'choose'; kind: 'change' | 'remove' }
  | { dialog: 'reason' | 'decide' | 'remove' }

/** An amendment: why, what it changes, and what may be done with it while it is a draft. */
export function AmendmentPanel({ plan, amendment }: Shown) {
  const [open, setOpen] = useState<Open>()
  const { content, may } = amendment
  const mayEdit = may.includes('edit')
  const title = `amendment-${amendment.id}`
  const { mutate: undo, error } = useUndoing(amendment)
  return (
    <section className="panel in stack" aria-labelledby={title}>
      <div className="head">
        <h2 id={title}>{t.number(amendment.number)}</h2>
        <StatePill amendment={amendment} />
        {amendment.decision && (
          <span className="cap">{planHead.decided(amendment.decision.date, amendment.decision.paragraph)}</span>
        )}
      </div>
      <p className="words written">{content.reason}</p>
      {error && <ProblemNote problem={error} />}
      {content.changes.length === 0 ? (
        <p className="sub">{t.noChanges}</p>
      ) : (
        <ul className="c stack" aria-label={t.changeList}>
          {content.changes.map((change) => (
            <ChangeItem
              key={change.controlId}
              plan={plan}
              amendment={amendment}
              change={change}
              {...(mayEdit && {
                onEdit: () => setOpen({ dialog: 'write', change }),
                onUndo: () => undo(change),
              })}
            />
          ))}
        </ul>
      )}
      <Tools amendment={amendment} onOpen={setOpen} />
      {open && <Dialogs plan={plan} amendment={amendment} open={open} setOpen={setOpen} />}
    </section>
  )
}

function StatePill({ amendment: { state } }: { amendment: Amendment }) {
  if (state === 'draft') return <Pill icon="pencil">{values.amendmentState.draft}</Pill>
  return (
    <Pill icon="lock" {...(state === 'adopted' && { tone: 'ok' as const })}>
      {values.amendmentState[state]}
    </Pill>
  )
}

function Tools({ amendment: { may }, onOpen }: { amendment: Amendment; onOpen: (open: Open) => void }) {
  const added = (): ControlChange => ({ kind: 'add', controlId: newId(), content: emptyControl })
  if (may.length === 0) return null
  return (
    <div className="row">
      {may.includes('edit') && (
        <>
          <Button icon="plus" onPress={() => onOpen({ dialog: 'write', change: added() })}>
            {t.add}
          </Button>
          <Button onPress={() => onOpen({ dialog: 'choose', kind: 'change' })}>{t.change}</Button>
          <Button onPress={() => onOpen({ dialog: 'choose', kind: 'remove' })}>{t.take}</Button>
          <Button look="plain" onPress={() => onOpen({ dialog: 'reason' })}>
            {t.editReason}
          </Button>
        </>
      )}
      {may.includes('delete') && (
        <Button look="plain" onPress={() => onOpen({ dialog: 'remove' })}>
          {t.remove}
        </Button>
      )}
      {may.includes('decide') && (
        <Button look="go" onPress={() => onOpen({ dialog: 'decide' })}>
          {planDecisions.act}
        </Button>
      )}
    </div>
  )
}

function Dialogs({ plan, amendment, open, setOpen }: Shown & { open: Open; setOpen: (open?: Open) => void }) {
  const close = () => setOpen(undefined)
  switch (open.dialog) {
    case 'write':
      return <ChangeControlDialog plan={plan} amendment={amendment} change={open.change} onClose={close} />
    case 'choose':
      return (
        <ChooseControlDialog
          plan={plan}
          amendment={amendment}
          kind={open.kind}
          onChosen={({ id, content }) =>
            setOpen({ dialog: 'write', change: { kind: 'change', controlId: id, content } })
          }
          onClose={close}
        />
      )
    case 'reason':
      return <ReasonDialog amendment={amendment} onClose={close} />
    case 'decide':
      return (
        <PlanDecisionDialog
          title={planDecisions.amendmentTitle(amendment.number)}
          committeeId={plan.committeeId}
          outcomeHelp={planDecisions.amendment}
          decide={(decision) => decideAmendment(amendment, decision)}
          onClose={close}
        />
      )
    case 'remove':
      return <RemoveAmendment amendment={amendment} onClose={close} />
  }
}

function RemoveAmendment({ amendment, onClose }: { amendment: Amendment; onClose: () => void }) {
  const keep = useKeepPlan()
  async function remove() {
    const after = await deleteAmendment(amendment)
    onClose()
    keep(after)
    showToast({ tone: 'ok', title: t.removed })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(amendment.number)}
      confirm={t.remove}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}

function useUndoing({ id, version, content }: Amendment) {
  const keep = useKeepPlan()
  return useMutation({
    mutationFn: (change: ControlChange) => writeAmendment(id, withoutChange(content, change), version),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: t.undone })
    },
  })
}
