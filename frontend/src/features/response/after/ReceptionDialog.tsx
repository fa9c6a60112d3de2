import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { receiving as t } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { receive, type ReceptionKind, type Response } from '../api'
import { useSteps } from '../useSteps'

const kinds: ReceptionKind[] = ['received', 'sufficient', 'supplement_requested']
const options = kinds.map((id) => ({ id, label: values.reception[id] }))

/** The auditors' word on a response that was delivered to them. */
export function ReceptionDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const steps = useSteps(response)
  const before = response.reception?.content
  const [reception, setReception] = useState<ReceptionKind>(before?.reception ?? 'received')
  const [comment, setComment] = useState(before?.comment ?? '')
  const [due, setDue] = useState(before?.supplementDue ?? '')
  const asks = reception === 'supplement_requested'

  function send() {
    const content = { reception, comment, supplementDue: asks && due !== '' ? due : null }
    steps.take({ act: (read) => receive(read, content), done: t.done }).then(onClose, () => undefined)
  }

  return (
    <Dialog title={t.title} onClose={onClose} dirty={comment !== (before?.comment ?? '')}>
      <Form problem={steps.problem} onSubmit={send}>
        <p className="sub">{t.help}</p>
        <Choices label={t.reception} name="reception" value={reception} onChange={setReception} options={options} />
        {asks && <DateField label={t.supplementDue} name="supplementDue" value={due} onChange={setDue} />}
        <TextArea
          label={asks ? t.asked : t.comment}
          name="comment"
          optional={!asks}
          value={comment}
          onChange={setComment}
          maxLength={4000}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={steps.pending}>
            {t.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
