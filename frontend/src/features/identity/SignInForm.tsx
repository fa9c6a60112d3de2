import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '@/api/session'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { signIn as t } from '@/lib/messages/identity'
import { asProblem } from '@/lib/problem'
import { signIn } from './api'

/** E-mail and password; the session is in the cache when `onSignedIn` is called. */
export function SignInForm({ email: known = '', onSignedIn }: { email?: string; onSignedIn: () => void }) {
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      onSignedIn()
    },
    onError: () => setPassword(''),
  })
  return (
    <Form
      label={t.title}
      problem={error && asProblem(error)}
      onSubmit={() => mutate({ email: email.trim(), password })}
    >
      <TextField
        label={t.email}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus={known === ''}
      />
      <TextField
        label={t.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={known !== ''}
      />
      <Button look="go" type="submit" isPending={isPending}>
        {t.submit}
      </Button>
    </Form>
  )
}
