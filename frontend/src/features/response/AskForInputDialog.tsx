import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { InitialPassword } from '@/components/InitialPassword'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { asking as t } from '@/lib/messages/input'
import { asProblem } from '@/lib/problem'
import { askForInput } from './api'

const nothing = { email: '', name: '', question: '', due: '' }

/** Asks somebody a question by a date. A new account's first password is shown once, before the dialog closes. */
export function AskForInputDialog({
  responseId,
  answerId,
  onAsked,
  onClose,
}: {
  responseId: string
  answerId: string | null
  onAsked: () => Promise<void>
  onClose: () => void
}) {
  const [id] = useState(newId)
  const [asked, setAsked] = useState(nothing)
  const set = (part: Partial<typeof nothing>) => setAsked({ ...asked, ...part })
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => askForInput(responseId, { id, answerId, ...asked, email: asked.email.trim() }),
    onSuccess: async ({ request, initialPassword }) => {
      await onAsked()
      if (initialPassword !== null) return
      showToast({ tone: 'ok', title: t.asked(request.person.name), detail: t.askedDetail })
      onClose()
    },
  })

  if (data?.initialPassword) {
    return <InitialPassword name={data.request.person.name} password={data.initialPassword} onClose={onClose} />
  }
  return (
    <Dialog title={t.ask} onClose={onClose} dirty={asked !== nothing}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.help}</p>
        <TextField
          label={t.email}
          name="email"
          type="email"
          value={asked.email}
          onChange={(email) => set({ email })}
          maxLength={254}
        />
        <TextField
          label={t.name}
          name="name"
          help={t.nameHelp}
          value={asked.name}
          onChange={(name) => set({ name })}
          maxLength={200}
        />
        <TextArea
          label={t.question}
          name="question"
          value={asked.question}
          onChange={(question) => set({ question })}
          maxLength={4000}
        />
        <DateField label={t.due} name="due" value={asked.due} onChange={(due) => set({ due })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.ask}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
