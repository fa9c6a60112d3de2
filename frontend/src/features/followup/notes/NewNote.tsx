import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { previewText } from '@/api/preview'
import { Button } from '@/components/Button'
import { Form, FormActions } from '@/components/Form'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { newId } from '@/lib/ids'
import { notes as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { addWorkingNote, useChanged } from '../api'

export function NewNote({
  auditId,
  assignmentId,
  onClose,
}: {
  auditId: string
  assignmentId: string | null
  onClose: () => void
}) {
  const [id] = useState(newId)
  const [text, setText] = useState('')
  const changed = useChanged()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => addWorkingNote(auditId, { id, content: { text, assignmentId } }),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.added })
      await changed()
      onClose()
    },
  })
  return (
    <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
      <UnsavedChangesGuard when={text !== ''} />
      <MarkdownEditor label={t.text} name="text" rows={5} value={text} onChange={setText} preview={previewText} />
      <FormActions onCancel={onClose}>
        <Button type="submit" isPending={isPending}>
          {t.save}
        </Button>
      </FormActions>
    </Form>
  )
}
