import { Button } from '@/components/Button'
import { Pill } from '@/components/Note'
import { registration as t } from '@/lib/messages/registration'

/** Stands at what was read from the file until somebody has looked at it; a Form does not send before that. */
export function ReadMark({
  name,
  label,
  unseen,
  onSeen,
}: {
  name: string
  label: string
  unseen: readonly string[]
  onSeen: (name: string) => void
}) {
  if (!unseen.includes(name)) return null
  return (
    <div className="row w6" data-field={`read/${name}`} data-unreadable={t.lookFirst}>
      <span className="label vh">{label}</span>
      <Pill tone="acc" icon="search">
        {t.read}
      </Pill>
      <Button small onPress={() => onSeen(name)} aria-label={t.seenOf(label)}>
        {t.seen}
      </Button>
    </div>
  )
}
