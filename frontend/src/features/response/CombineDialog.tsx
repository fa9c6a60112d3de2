import { useState } from 'react'
import { Button } from '@/components/Button'
import { Ticks } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { common } from '@/lib/messages/common'
import { combine as t } from '@/lib/messages/response'
import type { Response } from './api'
import { citesPlans, isEmpty } from './parts'
import { useAddAnswer } from './useAddAnswer'

/** Puts several recommendations under one answer. Those whose answers are empty can be chosen. */
export function CombineDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>([])
  const { add, pending, problem } = useAddAnswer(response.id, onClose)
  const options = response.answers
    .filter((answer) => isEmpty(answer) && !citesPlans(response, answer) && answer.recommendations.length === 1)
    .flatMap(({ recommendations }) => recommendations)
    .map(({ id, number, text }) => ({ id, label: `${number}. ${text}` }))
  const enough = options.length >= 2
  return (
    <Dialog title={t.title} onClose={onClose} dirty={chosen.length > 0}>
      <Form problem={problem} onSubmit={() => add({ recommendationIds: chosen, statement: null })}>
        <p className="sub">{enough ? t.help : t.tooFew}</p>
        {enough && (
          <Ticks
            label={t.recommendations}
            name="recommendationIds"
            value={chosen}
            onChange={setChosen}
            options={options}
          />
        )}
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {enough ? common.cancel : common.close}
          </Button>
          {enough && (
            <Button look="go" type="submit" isPending={pending} isDisabled={chosen.length < 2}>
              {t.act}
            </Button>
          )}
        </FormActions>
      </Form>
    </Dialog>
  )
}
