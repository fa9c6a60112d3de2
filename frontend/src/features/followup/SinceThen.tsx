import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { sinceThen as t } from '@/lib/messages/followup'
import { Timeline } from './Timeline'
import type { FollowupEvent } from './timeline'

/** Somebody else was first: what they wrote, while one's own is kept to be changed or sent all the same. */
export function SinceThen({ events, onSend }: { events: readonly FollowupEvent[]; onSend: () => void }) {
  return (
    <Note
      tone="bad"
      icon="differs"
      title={t.title}
      appears
      actions={
        <Button small onPress={onSend}>
          {t.send}
        </Button>
      }
    >
      <p>{t.advice}</p>
      {events.length > 0 ? <Timeline label={t.title} events={events} /> : <p>{t.nothing}</p>}
    </Note>
  )
}
