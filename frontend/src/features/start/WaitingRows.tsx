import { Link } from '@tanstack/react-router'
import { DueDate } from '@/components/marks'
import { start as t } from '@/lib/messages/start'
import type { WaitingItem } from './api'
import { doorOf } from './door'

/** What waits, a row each: what it is, whose, and by when. */
export function WaitingRows({
  items,
  nameOf,
}: {
  items: readonly WaitingItem[]
  nameOf: (committeeId: string) => string
}) {
  return (
    <ul className="panel list">
      {items.map((item) => (
        <li key={`${item.kind} ${item.id} ${item.committeeId ?? ''} ${item.person?.id ?? ''}`} className="stack tight">
          <div className="row far">
            <Link {...doorOf(item)} className="link" aria-label={t.open(t.kinds[item.kind], item.title)}>
              {item.title}
            </Link>
            {item.date && <DueDate date={item.date} />}
          </div>
          <p className="sub">
            {[
              t.kinds[item.kind],
              item.committeeId && item.thing !== 'meeting' && nameOf(item.committeeId),
              item.person?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
