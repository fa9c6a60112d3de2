import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { statement as t } from '@/lib/messages/response'
import type { Response } from './api'
import { useAddAnswer } from './useAddAnswer'

/** An answer to something the auditors say without recommending anything. */
export function StatementDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const [statement, setStatement] = useState('')
  const { add, pending, problem } = useAddAnswer(response.id, onClose)
  return (
    <Dialog title={t.title} onClose={onClose} dirty={statement !== ''}>
      <Form problem={problem} onSubmit={() => add({ recommendationIds: [], statement })}>
        <p className="sub">{t.help}</p>
        <TextArea
          label={t.words}
          help={t.wordsHelp}
          name="statement"
          value={statement}
          onChange={setStatement}
          maxLength={4000}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={pending} isDisabled={statement.trim() === ''}>
            {t.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
