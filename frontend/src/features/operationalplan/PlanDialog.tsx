import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { operationalPlans as t } from '@/lib/messages/operationalplan'
import { type OperationalPlan, operationalPlanQuery, useChangedPlan, writePlan } from './api'

/** What a draft says of itself. */
export function PlanDialog({ plan, onClose }: { plan: OperationalPlan; onClose: () => void }) {
  const queryClient = useQueryClient()
  const changed = useChangedPlan()
  const editing = useEditing({
    thing: plan,
    save: async (content, version) => {
      const after = await writePlan(plan.id, content, version)
      await changed(after)
      return after
    },
    reread: () => queryClient.fetchQuery({ ...operationalPlanQuery(plan.id), staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  const { content, set } = editing
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <TextField
          label={t.planTitle}
          name="title"
          value={content.title}
          onChange={(title) => set({ title })}
          maxLength={300}
        />
        <TextField
          label={t.registryNumber}
          name="registryNumber"
          optional
          value={content.registryNumber}
          onChange={(registryNumber) => set({ registryNumber })}
          maxLength={100}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={editing.pending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
