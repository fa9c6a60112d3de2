import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApproximateDateField } from '@/components/ApproximateDateField'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea, TextField } from '@/components/TextField'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { measures as t } from '@/lib/messages/response'
import { asProblem } from '@/lib/problem'
import type { Versioned } from '@/lib/versioned'
import type { MeasureContent } from './api'

const empty: MeasureContent = { what: '', function: '', start: null, ready: null }

export function NewMeasureDialog({
  save,
  onClose,
}: {
  save: (id: string, content: MeasureContent) => Promise<unknown>
  onClose: () => void
}) {
  const [id] = useState(newId)
  const [content, setContent] = useState(empty)
  const { mutate, error, isPending } = useMutation({ mutationFn: () => save(id, content), onSuccess: onClose })
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={content !== empty}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <MeasureFields content={content} set={(part) => setContent((now) => ({ ...now, ...part }))} />
        <Actions words={t.add} pending={isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export function EditMeasureDialog({
  measure,
  save,
  reread,
  onSaved,
  onClose,
}: {
  measure: Versioned<MeasureContent>
  save: (content: MeasureContent, version: number) => Promise<Versioned<MeasureContent>>
  reread: () => Promise<Versioned<MeasureContent>>
  onSaved: (saved: Versioned<MeasureContent>) => void
  onClose: () => void
}) {
  const editing = useEditing({
    thing: measure,
    save,
    reread,
    onSaved: (saved) => {
      onSaved(saved)
      onClose()
    },
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <MeasureFields content={editing.content} set={editing.set} />
        <Actions words={common.save} pending={editing.pending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function MeasureFields({ content, set }: { content: MeasureContent; set: (part: Partial<MeasureContent>) => void }) {
  return (
    <>
      <TextArea
        label={t.what}
        name="what"
        rows={3}
        value={content.what}
        onChange={(what) => set({ what })}
        maxLength={4000}
        autoFocus
      />
      <TextField
        label={t.function}
        name="function"
        help={t.functionHelp}
        value={content.function}
        onChange={(value) => set({ function: value })}
        maxLength={200}
      />
      <ApproximateDateField
        label={t.start}
        lastDayLabel={t.startLastDay}
        name="start"
        optional
        value={content.start}
        onChange={(start) => set({ start })}
      />
      <ApproximateDateField
        label={t.ready}
        lastDayLabel={t.readyLastDay}
        name="ready"
        value={content.ready}
        onChange={(ready) => set({ ready })}
      />
    </>
  )
}

function Actions({ words, pending, onClose }: { words: string; pending: boolean; onClose: () => void }) {
  return (
    <FormActions onCancel={onClose}>
      <Button look="go" type="submit" isPending={pending}>
        {words}
      </Button>
    </FormActions>
  )
}
