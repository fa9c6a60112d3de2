import { useState } from 'react'
import type { AssignmentSummary } from '../api'

export interface Picked {
  rows: readonly AssignmentSummary[]
  has: (id: string) => boolean
  pick: (rows: readonly AssignmentSummary[], picked: boolean) => void
  clear: () => void
}

/** The rows picked out of a list, also those that are on other pages; as they stand on the page where they do. */
export function usePicked(shown: readonly AssignmentSummary[]): Picked {
  const [kept, setKept] = useState<ReadonlyMap<string, AssignmentSummary>>(new Map())
  return {
    rows: [...kept.values()].map((row) => shown.find(({ id }) => id === row.id) ?? row),
    has: (id) => kept.has(id),
    pick: (rows, picked) =>
      setKept((now) => {
        const next = new Map(now)
        for (const row of rows) {
          if (picked) next.set(row.id, row)
          else next.delete(row.id)
        }
        return next
      }),
    clear: () => setKept(new Map()),
  }
}
