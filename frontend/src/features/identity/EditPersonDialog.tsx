import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { InitialPassword } from '@/components/InitialPassword'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { people as t } from '@/lib/messages/identity'
import { deleteMembership, type Membership, renewInitialPassword, rereadMembership, updateMembership } from './api'
import { RolesField } from './RolesField'

export function EditPersonDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const { name, email } = membership.account
  const [removing, setRemoving] = useState(false)
  const [renewing, setRenewing] = useState(false)
  const [password, setPassword] = useState<string>()
  const queryClient = useQueryClient()

  async function leave(words: string) {
    showToast({ tone: 'ok', title: words })
    onClose()
    await queryClient.invalidateQueries({ queryKey: ['memberships'] })
  }

  const editing = useEditing({
    thing: membership,
    save: (content, version) => updateMembership(membership.id, content, version),
    reread: () => rereadMembership(membership),
    onSaved: () => void leave(t.changed),
  })

  if (password) return <InitialPassword name={name} password={password} onClose={onClose} />
  return (
    <Dialog title={name} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <p className="sub">{email}</p>
        <TextField
          label={t.function}
          name="title"
          help={t.functionHelp}
          optional
          value={editing.content.title}
          onChange={(title) => editing.set({ title })}
        />
        <RolesField value={editing.content.roles} onChange={(roles) => editing.set({ roles })} />
        <FormActions>
          <Button look="no" onPress={() => setRemoving(true)}>
            {t.remove}
          </Button>
          <Button onPress={() => setRenewing(true)}>{t.renew}</Button>
          <span className="grow" />
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={editing.pending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
      {renewing && (
        <ConfirmDialog
          title={t.renewTitle(name)}
          confirm={t.renew}
          onConfirm={() => renewInitialPassword(membership).then((renewed) => setPassword(renewed.initialPassword))}
          onCancel={() => setRenewing(false)}
        >
          <p>{t.renewHelp}</p>
        </ConfirmDialog>
      )}
      {removing && (
        <ConfirmDialog
          title={t.removeTitle(name)}
          confirm={t.remove}
          destructive
          onConfirm={() => deleteMembership(membership).then(() => leave(t.removed(name)))}
          onCancel={() => setRemoving(false)}
        >
          <p>{t.removeHelp}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  )
}
