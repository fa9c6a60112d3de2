import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Select } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { amendments as t, controls } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import { type Amendment, type Control, type ControlPlan, writeAmendment } from '../api'
import { useKeepPlan } from '../useKeepPlan'
import { untouched, withChange } from './changes'

/** Which of the plan's controls is to be changed, or removed. */
export function ChooseControlDialog({
  plan,
  amendment,
  kind,
  onChosen,
  onClose,
}: {
  plan: ControlPlan
  amendment: Amendment
  kind: 'change' | 'remove'
  onChosen: (control: Control) => void
  onClose: () => void
}) {
  const offered = untouched(plan, amendment)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = offered.find(({ id }) => id === chosenId)
  const { mutate, error, isPending } = useRemoving(amendment, onClose)

  function go() {
    if (!chosen) return
    if (kind === 'change') onChosen(chosen)
    else mutate(chosen)
  }

  return (
    <Dialog title={t.chooseTitle[kind]} onClose={onClose}>
      <Form problem={error && asProblem(error)} onSubmit={go}>
        <Select
          label={controls.control}
          value={chosenId}
          onChange={setChosenId}
          options={offered.map(({ id, number, content }) => ({
            id,
            label: `${controls.number(number)} ${content.title}`,
          }))}
        />
        <FormActions onCancel={onClose}>
          <Button look={kind === 'change' ? 'go' : 'no'} type="submit" isDisabled={!chosen} isPending={isPending}>
            {kind === 'change' ? t.next : t.take}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function useRemoving({ id, version, content }: Amendment, onClose: () => void) {
  const keep = useKeepPlan()
  return useMutation({
    mutationFn: (control: Control) =>
      writeAmendment(id, withChange(content, { kind: 'remove', controlId: control.id, content: null }), version),
    onSuccess: (after) => {
      keep(after)
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
}
