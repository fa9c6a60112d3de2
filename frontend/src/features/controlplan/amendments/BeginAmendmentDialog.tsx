import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { amendments as t } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import { beginAmendment, type ControlPlan } from '../api'
import { useKeepPlan } from '../useKeepPlan'

/** Why an adopted plan needs to be changed; what is to be changed comes after. */
export function BeginAmendmentDialog({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const keep = useKeepPlan()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => beginAmendment(plan.id, id, { reason, changes: [] }),
    onSuccess: async (after) => {
      keep(after)
      onClose()
      showToast({ tone: 'ok', title: t.begun })
      await navigate({ to: '/internkontroll/$id/andringar', params: { id: plan.id } })
    },
  })
  return (
    <Dialog title={t.begin} onClose={onClose} dirty={reason !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.beginHelp}</p>
        <TextArea label={t.reason} name="content/reason" value={reason} onChange={setReason} maxLength={4000} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
