import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { DecisionFields } from '@/components/decision/DecisionFields'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { emptyDecision, sendsBack, takenBy } from '@/lib/decision'
import { newId } from '@/lib/ids'
import { deciding } from '@/lib/messages/decision'
import { planDecision as t } from '@/lib/messages/operationalplan'
import { asProblem } from '@/lib/problem'
import { decidePlan, type OperationalPlan, useChangedPlan } from './api'

/** The committee's decision: about a draft it adopts the plan, about an adopted one its report. */
export function DecideDialog({ plan, onClose }: { plan: OperationalPlan; onClose: () => void }) {
  const [id] = useState(newId)
  const [draft, setDraft] = useState(emptyDecision)
  const changed = useChangedPlan()
  const isDraft = plan.state === 'draft'
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => decidePlan(plan, { id, ...takenBy(draft), operationalPlanId: null }),
    onSuccess: async (after) => {
      showToast({ tone: 'ok', title: sendsBack(draft.outcome) ? t.back : deciding.done(draft.paragraph) })
      onClose()
      await changed(after)
    },
  })
  return (
    <Dialog title={isDraft ? t.adoptTitle : t.reportTitle} onClose={onClose} dirty={draft !== emptyDecision}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{isDraft ? t.adoptHelp : t.reportHelp}</p>
        <DecisionFields
          committeeId={plan.committeeId}
          draft={draft}
          set={(part) => setDraft((before) => ({ ...before, ...part }))}
          outcomeHelp={t.outcomeHelp}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {deciding.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
