import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { formatInstant } from '@/lib/dates'
import { useEditing } from '@/lib/editing'
import { replying as t } from '@/lib/messages/input'
import type { Versioned } from '@/lib/versioned'
import { type GivenInputRequest, givenInputQuery, reply, rereadInput } from './api'

/** Answers a question, as often as one likes until the answer has been taken in. */
export function ReplyForm({ given }: { given: GivenInputRequest }) {
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: replyIn(given),
    save: async ({ text }, version) => replyIn(await reply(given.id, text, version)),
    reread: async () => replyIn(await rereadInput(given.id)),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      void queryClient.invalidateQueries({ queryKey: givenInputQuery.queryKey })
    },
  })
  return (
    <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
      <UnsavedChangesGuard when={editing.dirty} />
      <TextArea
        label={t.reply}
        help={t.replyHelp}
        name="text"
        rows={8}
        value={editing.content.text}
        onChange={(text) => editing.set({ text })}
        maxLength={20000}
      />
      <div className="row">
        <Button type="submit" isPending={editing.pending}>
          {given.reply === null ? t.save : t.change}
        </Button>
        {given.repliedAt && <span className="cap">{t.repliedAt(formatInstant(given.repliedAt))}</span>}
      </div>
    </Form>
  )
}

function replyIn({ reply: text, version }: GivenInputRequest): Versioned<{ text: string }> {
  return { version, content: { text: text ?? '' } }
}
