import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { common } from '@/lib/messages/common'
import { amendments as t } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import { type Amendment, writeAmendment } from '../api'
import { useKeepPlan } from '../useKeepPlan'

export function ReasonDialog({ amendment, onClose }: { amendment: Amendment; onClose: () => void }) {
  const { id, version, content } = amendment
  const [reason, setReason] = useState(content.reason)
  const keep = useKeepPlan()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => writeAmendment(id, { ...content, reason }, version),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog title={t.editReason} onClose={onClose} dirty={reason !== content.reason}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} maxLength={4000} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
