import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { addingCheck as t } from '@/lib/messages/controls'
import { asProblem } from '@/lib/problem'
import { addCheck, type Control } from '../api'

/** Something has happened that the control is to be checked at; the check opens, to be performed. */
export function AddCheckDialog({ control, onClose }: { control: Control; onClose: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const [asked, setAsked] = useState({ event: '', plannedOn: today(), lastOn: '' })
  const set = (part: Partial<typeof asked>) => setAsked({ ...asked, ...part })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => addCheck(control.id, { id, ...asked }),
    onSuccess: async (check) => {
      await queryClient.invalidateQueries({ queryKey: ['checks'], refetchType: 'none' })
      await queryClient.invalidateQueries({ queryKey: ['control-plans'], refetchType: 'none' })
      showToast({ tone: 'ok', title: t.added })
      await navigate({ to: '/kontroller/$id', params: { id: check.id } })
    },
  })
  return (
    <Dialog title={t.title(control.number)} onClose={onClose} dirty={asked.event !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <TextField
          label={t.event}
          name="event"
          help={t.eventHelp}
          maxLength={500}
          value={asked.event}
          onChange={(event) => set({ event })}
        />
        <DateField
          label={t.planned}
          name="plannedOn"
          value={asked.plannedOn}
          onChange={(plannedOn) => set({ plannedOn })}
        />
        <DateField label={t.last} name="lastOn" value={asked.lastOn} onChange={(lastOn) => set({ lastOn })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
