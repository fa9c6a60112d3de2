import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { optionsOf, Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { criticisms as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import {
  type Criticism,
  type CriticismContent,
  deleteCriticism,
  registerCriticism,
  rereadCriticism,
  updateCriticism,
  useChanged,
} from '../api'

/** What is typed: nothing may be chosen yet, and the year may not be a number. */
interface Typed {
  committeeId: string | null
  year: string
  kind: CriticismContent['kind'] | null
  text: string
}

const typedOf = ({ year, ...content }: CriticismContent): Typed => ({ ...content, year: String(year) })

/** What is typed goes to the server as it is: the answer names what is missing. */
const contentOf = ({ year, ...typed }: Typed) => ({ ...typed, year: Number(year) }) as CriticismContent

export function NewCriticismDialog({ onClose }: { onClose: () => void }) {
  const [nothing] = useState<Typed>(() => ({
    committeeId: null,
    year: String(Number(today().slice(0, 4)) - 1),
    kind: null,
    text: '',
  }))
  const [id] = useState(newId)
  const [typed, setTyped] = useState(nothing)
  const changed = useChanged()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => registerCriticism({ id, content: contentOf(typed) }),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.added })
      onClose()
      await changed()
    },
  })
  return (
    <Dialog title={t.newTitle} onClose={onClose} dirty={typed !== nothing}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <Fields typed={typed} set={(part) => setTyped((now) => ({ ...now, ...part }))} />
        <Actions label={t.act} pending={isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export function EditCriticismDialog({ criticism, onClose }: { criticism: Criticism; onClose: () => void }) {
  const changed = useChanged()
  const typed = ({ version, content }: Criticism) => ({ version, content: typedOf(content) })
  const editing = useEditing<Typed>({
    thing: typed(criticism),
    save: async (content, version) => typed(await updateCriticism(criticism.id, contentOf(content), version)),
    reread: async () => typed(await rereadCriticism(criticism)),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
      void changed()
    },
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <Fields typed={editing.content} set={editing.set} />
        <Actions label={common.save} pending={editing.pending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function Fields({ typed, set }: { typed: Typed; set: (part: Partial<Typed>) => void }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      <div className="form">
        <Select
          label={t.committee}
          name="committeeId"
          width={4}
          value={typed.committeeId}
          onChange={(committeeId) => set({ committeeId })}
          options={committees.map(({ id }) => ({ id, label: committeeName(committees, id) }))}
        />
        <TextField
          label={t.year}
          name="year"
          help={t.yearHelp}
          maxLength={4}
          value={typed.year}
          onChange={(year) => set({ year })}
        />
      </div>
      <Choices
        label={t.kind}
        name="kind"
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={optionsOf(values.criticismKind)}
      />
      <TextArea
        label={t.text}
        name="text"
        optional
        help={t.textHelp}
        rows={5}
        maxLength={10000}
        value={typed.text}
        onChange={(text) => set({ text })}
      />
    </>
  )
}

function Actions({ label, pending, onClose }: { label: string; pending: boolean; onClose: () => void }) {
  return (
    <FormActions onCancel={onClose}>
      <Button look="go" type="submit" isPending={pending}>
        {label}
      </Button>
    </FormActions>
  )
}

export function RemoveCriticism({
  criticism,
  committee,
  onClose,
}: {
  criticism: Criticism
  committee: string
  onClose: () => void
}) {
  const changed = useChanged()
  const { kind, year } = criticism.content
  async function remove() {
    await deleteCriticism(criticism)
    showToast({ tone: 'ok', title: t.removed })
    onClose()
    await changed()
  }
  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.removeConfirm} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.removeHelp(values.criticismKind[kind], committee, year)}</p>
    </ConfirmDialog>
  )
}
