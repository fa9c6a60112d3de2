import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Skeleton } from '@/components/Skeleton'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { controls as t } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import type { Versioned } from '@/lib/versioned'
import { addControl, type Control, type ControlContent, type ControlPlan, controlPlanQuery, writeControl } from '../api'
import { useKeepPlan } from '../useKeepPlan'
import { ControlFields, emptyControl } from './ControlFields'

export function NewControlDialog({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const [id] = useState(newId)
  const [content, setContent] = useState(emptyControl)
  const keep = useKeepPlan()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => addControl(plan.id, id, content),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={content !== emptyControl}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <Suspense fallback={<Skeleton />}>
          <ControlFields plan={plan} content={content} set={(part) => setContent((now) => ({ ...now, ...part }))} />
          <Actions onClose={onClose} isPending={isPending} />
        </Suspense>
      </Form>
    </Dialog>
  )
}

export function EditControlDialog({
  plan,
  control,
  onClose,
}: {
  plan: ControlPlan
  control: Control
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const keep = useKeepPlan()
  const inPlan = ({ controls }: ControlPlan): Versioned<ControlContent> =>
    controls.find(({ id }) => id === control.id) ?? control
  const editing = useEditing<ControlContent>({
    thing: control,
    save: async (content, version) => {
      const after = await writeControl(control.id, content, version)
      keep(after)
      return inPlan(after)
    },
    reread: async () => inPlan(await queryClient.fetchQuery({ ...controlPlanQuery(plan.id), staleTime: 0 })),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog title={t.editTitle(control.number)} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <Suspense fallback={<Skeleton />}>
          <ControlFields plan={plan} content={editing.content} set={editing.set} />
          <Actions onClose={onClose} isPending={editing.pending} />
        </Suspense>
      </Form>
    </Dialog>
  )
}

function Actions({ onClose, isPending }: { onClose: () => void; isPending: boolean }) {
  return (
    <FormActions onCancel={onClose}>
      <Button look="go" type="submit" isPending={isPending}>
        {common.save}
      </Button>
    </FormActions>
  )
}
