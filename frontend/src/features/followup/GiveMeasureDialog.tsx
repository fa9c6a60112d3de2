import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { InitialPassword } from '@/components/InitialPassword'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { giving as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { type FollowedMeasure, giveMeasure, useChanged } from './api'

const nobody = { email: '', name: '' }

/** Gives a measure to a person. A new account's first password is shown once, before the dialog closes. */
export function GiveMeasureDialog({ measure, onClose }: { measure: FollowedMeasure; onClose: () => void }) {
  const [person, setPerson] = useState(nobody)
  const set = (part: Partial<typeof nobody>) => setPerson({ ...person, ...part })
  const changed = useChanged()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => giveMeasure(measure, { ...person, email: person.email.trim() }),
    onSuccess: async (result) => {
      await changed()
      if (result.initialPassword !== null) return
      showToast({ tone: 'ok', title: t.done(result.measure.person?.name ?? person.name) })
      onClose()
    },
  })

  if (data?.initialPassword) {
    return (
      <InitialPassword
        name={data.measure.person?.name ?? person.name}
        password={data.initialPassword}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose} dirty={person !== nobody}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{measure.content.what}</p>
        <p className="sub">{t.help}</p>
        <TextField
          label={t.email}
          name="email"
          type="email"
          value={person.email}
          onChange={(email) => set({ email })}
          maxLength={254}
        />
        <TextField
          label={t.name}
          name="name"
          help={t.nameHelp}
          value={person.name}
          onChange={(name) => set({ name })}
          maxLength={200}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
