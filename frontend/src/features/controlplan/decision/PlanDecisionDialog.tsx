import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/Button'
import { DecisionFields } from '@/components/decision/DecisionFields'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { emptyDecision, type Outcome, sendsBack, takenBy } from '@/lib/decision'
import { newId } from '@/lib/ids'
import { planDecisions as t } from '@/lib/messages/controls'
import { deciding } from '@/lib/messages/decision'
import { asProblem } from '@/lib/problem'
import type { ControlPlan, NewPlanDecision } from '../api'
import { useKeepPlan } from '../useKeepPlan'

/** The secretary registers what the committee decided about a plan, an amendment or a report. */
export function PlanDecisionDialog({
  title,
  committeeId,
  outcomeHelp,
  operationalPlanId = null,
  decide,
  onClose,
  children,
}: {
  title: string
  committeeId: string
  outcomeHelp: Record<Outcome, string>
  /** Decided by the same decision. */
  operationalPlanId?: string | null
  decide: (decision: NewPlanDecision) => Promise<ControlPlan>
  onClose: () => void
  children?: ReactNode
}) {
  const [id] = useState(newId)
  const [draft, setDraft] = useState(emptyDecision)
  const keep = useKeepPlan()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => decide({ id, ...takenBy(draft), operationalPlanId }),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: sendsBack(draft.outcome) ? t.sentBack : deciding.done(draft.paragraph) })
      onClose()
    },
  })
  return (
    <Dialog title={title} onClose={onClose} dirty={draft !== emptyDecision}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <DecisionFields
          committeeId={committeeId}
          draft={draft}
          set={(part) => setDraft((now) => ({ ...now, ...part }))}
          outcomeHelp={outcomeHelp}
        />
        {children}
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {deciding.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
