import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { optionsOf } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { dispatching as t } from '@/lib/messages/response'
import { dispatch, type Response } from './api'
import { useSteps } from './useSteps'

type Kind = keyof typeof t.kinds

/** Notes to whom the decided response was sent, and when. */
export function DispatchDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const steps = useSteps(response)
  const [id] = useState(newId)
  const [kind, setKind] = useState<Kind>('auditors')
  const [typed, setTyped] = useState<string>()
  const [sentOn, setSentOn] = useState(today)
  const recipient = typed ?? (kind === 'auditors' ? t.kinds.auditors : '')

  function send() {
    const done = kind === 'auditors' ? t.delivered : t.done
    steps
      .take({ act: (read) => dispatch(read, { id, recipientKind: kind, recipient, sentOn }), done })
      .then(onClose, () => undefined)
  }

  return (
    <Dialog title={t.title} onClose={onClose} dirty={typed !== undefined}>
      <Form problem={steps.problem} onSubmit={send}>
        <Choices
          label={t.kind}
          name="recipientKind"
          value={kind}
          onChange={setKind}
          options={optionsOf(t.kinds)}
          help={kind === 'auditors' ? t.toAuditors : undefined}
        />
        <div className="form">
          <TextField label={t.recipient} name="recipient" width={4} value={recipient} onChange={setTyped} />
          <DateField label={t.sentOn} name="sentOn" value={sentOn} onChange={setSentOn} />
        </div>
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={steps.pending}>
            {t.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
