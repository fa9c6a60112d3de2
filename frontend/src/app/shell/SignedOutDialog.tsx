import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { onSignedOut } from '@/api/client'
import { sessionQuery, useViewer } from '@/api/session'
import { Dialog } from '@/components/Dialog'
import { SignInForm } from '@/features/identity/SignInForm'
import { signIn as t } from '@/lib/messages/identity'
import { useSignOut } from './session'

/** When a session ends while somebody works: signing in again over the page keeps what is written on it. */
export function SignedOutDialog() {
  const { session } = useViewer()
  const [open, setOpen] = useState(false)
  const queryClient = useQueryClient()
  const signOut = useSignOut()
  useEffect(() => {
    onSignedOut(() => setOpen(true))
    return () => onSignedOut(() => undefined)
  }, [])
  if (!open) return null

  function back() {
    setOpen(false)
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }

  return (
    <Dialog title={t.again} onClose={() => void signOut()}>
      <div className="stack">
        <p>{t.againHelp}</p>
        <SignInForm email={session.account.email} onSignedIn={back} />
      </div>
    </Dialog>
  )
}
