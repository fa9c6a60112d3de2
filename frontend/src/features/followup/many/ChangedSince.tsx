import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { assignments, many as t } from '@/lib/messages/followup'
import type { Many } from './useMany'

/** Which of many somebody else has changed; what is written is kept, and may be sent anyway. */
export function ChangedSince({ many: { since, send } }: { many: Many }) {
  if (since.length === 0) return null
  return (
    <Note
      tone="bad"
      icon="differs"
      title={t.changed(since.length)}
      appears
      actions={
        <Button small onPress={send}>
          {t.sendAnyway}
        </Button>
      }
    >
      <p>{t.changedHelp}</p>
      <ul>
        {since.map(({ id, text, auditTitle, number }) => (
          <li key={id}>
            {text} <span className="cap">{`${auditTitle}, ${assignments.numbered(number)}`}</span>
          </li>
        ))}
      </ul>
    </Note>
  )
}
