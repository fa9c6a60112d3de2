import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { actions, returning as t } from '@/lib/messages/response'
import { giveBack, type Response } from './api'
import { useSteps } from './useSteps'

/** Gives the response back to those who write it, with what they are to change. */
export function ReturnDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const steps = useSteps(response)
  const [comment, setComment] = useState('')

  function send() {
    steps.take({ act: (read) => giveBack(read, comment), done: actions.returned }).then(onClose, () => undefined)
  }

  return (
    <Dialog title={t.title} onClose={onClose} dirty={comment !== ''}>
      <Form problem={steps.problem} onSubmit={send}>
        <p className="sub">{t.help}</p>
        <TextArea label={t.comment} name="comment" value={comment} onChange={setComment} maxLength={4000} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={steps.pending}>
            {actions.return}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
