import { useState } from 'react'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { today } from '@/lib/dates'
import { verifying as t } from '@/lib/messages/response'
import { type Response, verify } from '../api'
import { useSteps } from '../useSteps'

/** Notes the day on which the minutes with the decision were verified. */
export function VerificationDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const steps = useSteps(response)
  const [verifiedOn, setVerifiedOn] = useState(() => response.decision?.verifiedOn ?? today())

  function send() {
    steps.take({ act: (read) => verify(read, verifiedOn), done: t.done }).then(onClose, () => undefined)
  }

  return (
    <Dialog title={t.title} onClose={onClose}>
      <Form problem={steps.problem} onSubmit={send}>
        <DateField label={t.verifiedOn} help={t.help} name="verifiedOn" value={verifiedOn} onChange={setVerifiedOn} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={steps.pending}>
            {t.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
