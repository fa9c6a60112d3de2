import type { Schema } from '@/api/client'
import type { RoundItem } from '../api'

export interface CommitteePart {
  committeeId: string
  name: string
  /** The reader holds a role in it. */
  isOwn: boolean
  items: RoundItem[]
}

/** A round's items by the committee that answers for them, in the server's order; the reader's own committees first. */
export function byCommittee(
  items: readonly RoundItem[],
  nameOf: (committeeId: string) => string,
  permissions: readonly Schema['Session']['permissions'][number][],
): CommitteePart[] {
  const parts = new Map<string, CommitteePart>()
  for (const item of items) {
    const committeeId = item.assignment.holderId
    const isOwn = permissions.some((grant) => grant.committeeId === committeeId)
    const part = parts.get(committeeId) ?? { committeeId, name: nameOf(committeeId), isOwn, items: [] }
    part.items.push(item)
    parts.set(committeeId, part)
  }
  const all = [...parts.values()]
  return [...all.filter(({ isOwn }) => isOwn), ...all.filter(({ isOwn }) => !isOwn)]
}
