import { backlog as t } from '@/lib/messages/backlog'
import type { FollowupImport } from './api'

type Kind = keyof FollowupImport['adds']

const kinds = Object.keys(t.counted) as Kind[]

export function addsNothing(adds: FollowupImport['adds']): boolean {
  return kinds.every((kind) => adds[kind] === 0)
}

/** How many of each kind there are to add, or were added. */
export function Counted({ adds }: { adds: FollowupImport['adds'] }) {
  return (
    <ul>
      {kinds
        .filter((kind) => adds[kind] > 0)
        .map((kind) => (
          <li key={kind}>{t.counted[kind](adds[kind])}</li>
        ))}
    </ul>
  )
}
