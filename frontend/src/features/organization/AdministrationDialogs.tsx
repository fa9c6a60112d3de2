import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { administrations as t } from '@/lib/messages/organization'
import { asProblem } from '@/lib/problem'
import {
  type Administration,
  administrationsQuery,
  createAdministration,
  rereadAdministration,
  updateAdministration,
} from './api'

export function NewAdministrationDialog({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const leave = useLeave(onClose)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => createAdministration({ id, content: { name } }),
    onSuccess: leave,
  })
  return (
    <Dialog title={t.add} onClose={onClose} dirty={name !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <TextField label={t.name} name="name" value={name} onChange={setName} />
        <DialogActions save={t.add} pending={isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export function EditAdministrationDialog({
  administration,
  onClose,
}: {
  administration: Administration
  onClose: () => void
}) {
  const leave = useLeave(onClose)
  const editing = useEditing({
    thing: administration,
    save: (content, version) => updateAdministration(administration.id, content, version),
    reread: () => rereadAdministration(administration.id),
    onSaved: () => void leave(),
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <TextField label={t.name} name="name" value={editing.content.name} onChange={(name) => editing.set({ name })} />
        <DialogActions save={common.save} pending={editing.pending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function DialogActions({ save, pending, onClose }: { save: string; pending: boolean; onClose: () => void }) {
  return (
    <FormActions onCancel={onClose}>
      <Button look="go" type="submit" isPending={pending}>
        {save}
      </Button>
    </FormActions>
  )
}

function useLeave(onClose: () => void): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => {
    showToast({ tone: 'ok', title: t.saved })
    onClose()
    return queryClient.invalidateQueries({ queryKey: administrationsQuery.queryKey })
  }
}
