import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '@/lib/ids'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { type AssignmentSummary, type BatchResult, rereadAssignment } from '../api'
import { ofEach, placesIn } from './ofEach'

/** One of many: its version, and the id of what is said of it, the same when it is sent again. */
export interface Item {
  assignmentId: string
  version: number
  newId: string
}

export interface Many {
  send: () => void
  pending: boolean
  /** Why it was refused; not that somebody else was first. */
  problem: ApiProblem | null
  /** Those that somebody else has changed, as they are now; sending again builds on this. */
  since: readonly AssignmentSummary[]
}

/** Something said of many assignments at once: all or none. */
export function useMany(
  rows: readonly AssignmentSummary[],
  send: (items: Item[]) => Promise<BatchResult>,
  onSaid: (result: BatchResult) => void | Promise<void>,
): Many {
  const [items, setItems] = useState(() =>
    rows.map(({ id, version }) => ({ assignmentId: id, version, newId: newId() })),
  )
  const [since, setSince] = useState<readonly AssignmentSummary[]>([])

  async function readAgain(problem: ApiProblem) {
    const stale = placesIn(problem).flatMap((place) => items[place]?.assignmentId ?? [])
    const now = await Promise.all(stale.map(rereadAssignment))
    setSince(now.map(({ summary }) => summary))
    setItems(
      items.map((item) => ({
        ...item,
        version: now.find(({ id }) => id === item.assignmentId)?.version ?? item.version,
      })),
    )
  }

  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      try {
        return await send(items)
      } catch (failure) {
        const refused = asProblem(failure)
        if (refused.isConflict) await readAgain(refused)
        throw failure
      }
    },
    onSuccess: onSaid,
  })
  const problem = error && asProblem(error)
  const conflict = problem?.isConflict === true
  return {
    send: () => mutate(),
    pending: isPending,
    problem: problem && !conflict ? ofEach(problem) : null,
    since: conflict ? since : [],
  }
}
