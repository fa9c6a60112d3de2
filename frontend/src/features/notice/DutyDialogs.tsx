import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Checkbox, Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { optionsOf, Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { duty as t } from '@/lib/messages/notice'
import { asProblem } from '@/lib/problem'
import { addDuty, deleteDuty, type Duty, type DutyContent, rereadDuty, writeDuty } from './api'

/** The committee and the year that are looked at. */
export interface Shown {
  committeeId: string
  committee: string
  year: number
}

const empty: DutyContent = { kind: 'internal_control', title: '', who: '', startsOn: '', endsOn: '', yearly: true }

export function NewDutyDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const [id] = useState(newId)
  const [content, setContent] = useState(empty)
  const [scope, setScope] = useState<'own' | 'common'>('own')
  const { session } = useViewer()
  const leave = useLeave(onClose)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => addDuty({ id, committeeId: scope === 'own' ? shown.committeeId : null, content }),
    onSuccess: leave,
  })
  const mayAddToAll = session.permissions.some(
    ({ permission, committeeId }) => permission === 'duty.edit' && committeeId === null,
  )
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={content !== empty}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <DutyFields content={content} set={(part) => setContent({ ...content, ...part })} />
        {mayAddToAll && (
          <Choices label={t.scope} value={scope} onChange={setScope} options={optionsOf(t.scopes(shown.committee))} />
        )}
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function EditDutyDialog({ duty, shown, onClose }: { duty: Duty; shown: Shown; onClose: () => void }) {
  const leave = useLeave(onClose)
  const editing = useEditing({
    thing: duty,
    save: (content, version) => writeDuty(duty.id, content, version),
    reread: () => rereadDuty(duty, shown.committeeId, shown.year),
    onSaved: () => void leave(),
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <DutyFields content={editing.content} set={editing.set} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={editing.pending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function RemoveDuty({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const leave = useLeave(onClose)
  return (
    <ConfirmDialog
      title={t.removeTitle(duty.content.title)}
      confirm={t.removeConfirm}
      destructive
      onConfirm={() => deleteDuty(duty).then(leave)}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}

function DutyFields({ content, set }: { content: DutyContent; set: (part: Partial<DutyContent>) => void }) {
  return (
    <>
      <div className="form">
        <TextField
          label={t.name}
          name="title"
          width={6}
          value={content.title}
          onChange={(title) => set({ title })}
          maxLength={200}
        />
        <DateField
          label={t.startsOn}
          name="startsOn"
          width={3}
          value={content.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
        <DateField
          label={t.endsOn}
          name="endsOn"
          width={3}
          value={content.endsOn}
          onChange={(endsOn) => set({ endsOn })}
        />
        <Select
          label={t.kind}
          name="kind"
          width={3}
          value={content.kind}
          onChange={(kind) => set({ kind })}
          options={optionsOf(t.kinds)}
        />
        <TextField
          label={t.who}
          name="who"
          width={3}
          optional
          help={t.whoHelp}
          value={content.who}
          onChange={(who) => set({ who })}
          maxLength={200}
        />
      </div>
      <Checkbox label={t.yearly} value={content.yearly} onChange={(yearly) => set({ yearly })} />
    </>
  )
}

function useLeave(onClose: () => void): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => {
    showToast({ tone: 'ok', title: t.saved })
    onClose()
    return queryClient.invalidateQueries({ queryKey: ['year-wheel'] })
  }
}
