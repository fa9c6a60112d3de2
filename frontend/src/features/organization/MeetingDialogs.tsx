import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { FormActions, Form } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { meetings as t } from '@/lib/messages/organization'
import { asProblem } from '@/lib/problem'
import { createMeeting, deleteMeeting, type Meeting, type MeetingContent, rereadMeeting, updateMeeting } from './api'

const empty: MeetingContent = { date: '', manuscriptStop: null, preparation: null, dispatch: null }

export function NewMeetingDialog({ committeeId, onClose }: { committeeId: string; onClose: () => void }) {
  const [id] = useState(newId)
  const [content, setContent] = useState(empty)
  const leave = useLeave(onClose)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => createMeeting({ id, committeeId, content }),
    onSuccess: () => leave(t.saved),
  })
  return (
    <Dialog title={t.add} onClose={onClose} dirty={content !== empty}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <MeetingFields content={content} set={(part) => setContent({ ...content, ...part })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function EditMeetingDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const leave = useLeave(onClose)
  const editing = useEditing({
    thing: meeting,
    save: (content, version) => updateMeeting(meeting.id, content, version),
    reread: () => rereadMeeting(meeting),
    onSaved: () => void leave(t.saved),
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <MeetingFields content={editing.content} set={editing.set} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={editing.pending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function RemoveMeeting({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const leave = useLeave(onClose)
  return (
    <ConfirmDialog
      title={t.removeTitle(meeting.content.date)}
      confirm={t.remove}
      destructive
      onConfirm={() => deleteMeeting(meeting).then(() => leave(t.removed))}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}

function MeetingFields({ content, set }: { content: MeetingContent; set: (part: Partial<MeetingContent>) => void }) {
  return (
    <div className="form">
      <DateField label={t.date} name="date" width={3} value={content.date} onChange={(date) => set({ date })} />
      <DateField
        label={t.dispatch}
        name="dispatch"
        width={3}
        optional
        value={content.dispatch ?? ''}
        onChange={(dispatch) => set({ dispatch: dispatch || null })}
      />
      <DateField
        label={t.preparation}
        name="preparation"
        width={3}
        optional
        value={content.preparation ?? ''}
        onChange={(preparation) => set({ preparation: preparation || null })}
      />
      <DateField
        label={t.manuscriptStop}
        name="manuscriptStop"
        width={3}
        optional
        value={content.manuscriptStop ?? ''}
        onChange={(manuscriptStop) => set({ manuscriptStop: manuscriptStop || null })}
      />
    </div>
  )
}

function useLeave(onClose: () => void): (words: string) => Promise<void> {
  const queryClient = useQueryClient()
  return (words) => {
    showToast({ tone: 'ok', title: words })
    onClose()
    return queryClient.invalidateQueries({ queryKey: ['meetings'] })
  }
}
