import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { reminderChoiceQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { Checkbox, Choices } from '@/components/Choices'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { reminders as t } from '@/lib/messages/notice'
import { writeReminderChoice } from './api'

const options = (['daily', 'weekly', 'never'] as const).map((id) => ({ id, ...t.digests[id] }))

/** How one is reminded by mail, wherever one works. */
export function RemindersForm() {
  const { data: choice } = useSuspenseQuery(reminderChoiceQuery)
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: choice,
    save: writeReminderChoice,
    reread: () => queryClient.fetchQuery({ ...reminderChoiceQuery, staleTime: 0 }),
    onSaved: (saved) => {
      queryClient.setQueryData(reminderChoiceQuery.queryKey, { ...choice, ...saved })
      showToast({ tone: 'ok', title: t.saved })
    },
  })
  return (
    <section aria-labelledby="reminders">
      <div className="head">
        <h2 id="reminders">{t.title}</h2>
      </div>
      <div className="panel in narrow stack">
        {!choice.mailIsOn && (
          <Note title={t.off}>
            <p>{t.offHelp}</p>
          </Note>
        )}
        <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
          <Choices
            label={t.digest}
            name="digest"
            value={editing.content.digest}
            onChange={(digest) => editing.set({ digest })}
            options={options}
          />
          <Checkbox label={t.atOnce} value={editing.content.atOnce} onChange={(atOnce) => editing.set({ atOnce })} />
          <div className="row">
            <Button type="submit" isPending={editing.pending}>
              {t.save}
            </Button>
          </div>
        </Form>
        <UnsavedChangesGuard when={editing.dirty} />
      </div>
    </section>
  )
}
