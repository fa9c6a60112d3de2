import { useMutation } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Skeleton } from '@/components/Skeleton'
import { showToast } from '@/components/Toasts'
import { common } from '@/lib/messages/common'
import { amendments as t } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import { type Amendment, type ControlChange, type ControlPlan, writeAmendment } from '../api'
import { ControlFields, emptyControl } from '../controls/ControlFields'
import { useKeepPlan } from '../useKeepPlan'
import { nameOf, withChange } from './changes'

/** The control as it is to be when the amendment is adopted; the plan is as it was until then. */
export function ChangeControlDialog({
  plan,
  amendment,
  change,
  onClose,
}: {
  plan: ControlPlan
  amendment: Amendment
  change: ControlChange
  onClose: () => void
}) {
  const [begun] = useState(change.content ?? emptyControl)
  const [control, setControl] = useState(begun)
  const keep = useKeepPlan()
  const content = withChange(amendment.content, { ...change, content: control })
  const place = content.changes.findIndex(({ controlId }) => controlId === change.controlId)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => writeAmendment(amendment.id, content, amendment.version),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog
      title={change.kind === 'add' ? t.newControl : nameOf(plan, amendment, change)}
      onClose={onClose}
      dirty={control !== begun}
    >
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <Suspense fallback={<Skeleton />}>
          <ControlFields
            plan={plan}
            content={control}
            set={(part) => setControl((now) => ({ ...now, ...part }))}
            at={`changes/${place}/content/`}
          />
          <FormActions onCancel={onClose}>
            <Button look="go" type="submit" isPending={isPending}>
              {common.save}
            </Button>
          </FormActions>
        </Suspense>
      </Form>
    </Dialog>
  )
}
