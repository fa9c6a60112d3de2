import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { NumberField } from '@/components/NumberField'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { planHead as t } from '@/lib/messages/controls'
import { type ControlPlan, controlPlanQuery, writeControlPlan } from './api'
import { useKeepPlan } from './useKeepPlan'

/** What a draft says of itself: its number, and from when a deviation is major. */
export function PlanFactsDialog({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const queryClient = useQueryClient()
  const keep = useKeepPlan()
  const editing = useEditing<ControlPlan['content']>({
    thing: plan,
    save: async (content, version) => {
      const after = await writeControlPlan({ id: plan.id, version }, content)
      keep(after)
      return after
    },
    reread: () => queryClient.fetchQuery({ ...controlPlanQuery(plan.id), staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  const { content, set } = editing
  return (
    <Dialog title={t.factsTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <TextField
          label={t.registryNumber}
          name="registryNumber"
          optional
          maxLength={100}
          value={content.registryNumber}
          onChange={(registryNumber) => set({ registryNumber })}
        />
        <NumberField
          label={t.minorLimit}
          name="minorLimit"
          help={t.minorLimitHelp}
          min={0}
          max={100}
          value={content.minorLimit}
          onChange={(limit) => set({ minorLimit: limit ?? 0 })}
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
