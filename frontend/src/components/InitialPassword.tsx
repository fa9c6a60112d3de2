import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { FormActions } from '@/components/Form'
import { people as t } from '@/lib/messages/identity'

/** A new account's first password; nobody can read it again. */
export function InitialPassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false)
  return (
    <Dialog title={t.passwordTitle} onClose={onClose}>
      <div className="stack">
        <p>{t.passwordHelp(name)}</p>
        <div className="row">
          <code className="secret">{password}</code>
          <Button small onPress={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}>
            {t.copy}
          </Button>
          <span role="status" className="cap">
            {copied ? t.copied : ''}
          </span>
        </div>
        <FormActions>
          <Button look="go" onPress={onClose}>
            {t.done}
          </Button>
        </FormActions>
      </div>
    </Dialog>
  )
}
