import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { account as t } from '@/lib/messages/identity'
import { asProblem } from '@/lib/problem'
import { changePassword, ownSessionsQuery } from './api'

const empty = { current: '', new: '' }

export function PasswordForm() {
  const [passwords, setPasswords] = useState(empty)
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setPasswords(empty)
      showToast({ tone: 'ok', title: t.passwordChanged, detail: t.passwordChangedDetail })
      return queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })
    },
  })
  return (
    <section aria-labelledby="password">
      <div className="head">
        <h2 id="password">{t.passwordTitle}</h2>
      </div>
      <div className="panel in narrow">
        <Form problem={error && asProblem(error)} onSubmit={() => mutate(passwords)}>
          <TextField
            label={t.current}
            name="current"
            type="password"
            autoComplete="current-password"
            value={passwords.current}
            onChange={(current) => setPasswords({ ...passwords, current })}
          />
          <TextField
            label={t.next}
            name="new"
            type="password"
            autoComplete="new-password"
            help={t.nextHelp}
            value={passwords.new}
            onChange={(next) => setPasswords({ ...passwords, new: next })}
          />
          <div className="row">
            <Button look="go" type="submit" isPending={isPending}>
              {t.changePassword}
            </Button>
          </div>
        </Form>
      </div>
    </section>
  )
}
