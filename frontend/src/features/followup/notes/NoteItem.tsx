import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { previewText } from '@/api/preview'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { Rendered } from '@/components/Rendered'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { formatInstant } from '@/lib/dates'
import { useEditing } from '@/lib/editing'
import { notes as t } from '@/lib/messages/followup'
import { deleteWorkingNote, rereadWorkingNote, useChanged, type WorkingNote, writeWorkingNote } from '../api'

/** A note, changed and deleted by whoever wrote it. */
export function NoteItem({ note, auditId, marksPlace }: { note: WorkingNote; auditId: string; marksPlace: boolean }) {
  const { session } = useViewer()
  const [act, setAct] = useState<'change' | 'remove'>()
  const when = formatInstant(note.at)
  const close = () => setAct(undefined)
  if (act === 'change')
    return (
      <li>
        <EditNote note={note} auditId={auditId} onClose={close} />
      </li>
    )
  return (
    <li className="stack tight">
      <div className="row far">
        <span className="cap">
          {note.by.name}, <time dateTime={note.at}>{when}</time>
          {marksPlace && note.content.assignmentId && <Place assignmentId={note.content.assignmentId} />}
        </span>
        {note.by.id === session.account.id && (
          <span className="row">
            <IconButton icon="pencil" label={t.changeLabel(when)} onPress={() => setAct('change')} />
            <IconButton icon="close" label={t.removeLabel(when)} onPress={() => setAct('remove')} />
          </span>
        )}
      </div>
      <Rendered text={note.content.text} />
      {act === 'remove' && <Removing note={note} onClose={close} />}
    </li>
  )
}

function Place({ assignmentId }: { assignmentId: string }) {
  return (
    <>
      {' · '}
      <Link to="/rekommendationer/$id" params={{ id: assignmentId }}>
        {t.about}
      </Link>
    </>
  )
}

function EditNote({ note, auditId, onClose }: { note: WorkingNote; auditId: string; onClose: () => void }) {
  const changed = useChanged()
  const editing = useEditing({
    thing: note,
    save: (content, version) => writeWorkingNote(note.id, content, version),
    reread: () => rereadWorkingNote(auditId, note.id),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.added })
      void changed()
      onClose()
    },
  })
  return (
    <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
      <UnsavedChangesGuard when={editing.dirty} />
      <MarkdownEditor
        label={t.text}
        name="text"
        rows={5}
        value={editing.content.text}
        onChange={(text) => editing.set({ text })}
        preview={previewText}
      />
      <FormActions onCancel={onClose}>
        <Button type="submit" isPending={editing.pending}>
          {t.save}
        </Button>
      </FormActions>
    </Form>
  )
}

function Removing({ note, onClose }: { note: WorkingNote; onClose: () => void }) {
  const changed = useChanged()
  async function remove() {
    await deleteWorkingNote(note)
    showToast({ tone: 'ok', title: t.removed })
    onClose()
    await changed()
  }
  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.removeConfirm} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
