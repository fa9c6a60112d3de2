import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { common } from '@/lib/messages/common'
import { actions, returning as t } from '@/lib/messages/response'
import { giveBack } from './api'
import type { Steps } from './useSteps'

/** Gives the response back to those who write it, with what they are to change. */
export function ReturnDialog({ steps, onClose }: { steps: Steps; onClose: () => void }) {
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)

  function send() {
    setTried(true)
    steps
      .take({ act: (response) => giveBack(response, comment), done: actions.returned })
      .then(onClose, () => undefined)
  }

  return (
    <Dialog title={t.title} onClose={onClose} dirty={comment !== ''}>
      <Form problem={tried ? steps.problem : null} onSubmit={send}>
        <p className="sub">{t.help}</p>
        <TextArea label={t.comment} name="comment" value={comment} onChange={setComment} maxLength={4000} />
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={steps.pending}>
            {actions.return}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
