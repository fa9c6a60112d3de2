import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { editor as t } from '@/lib/messages/audit'
import type { Draft } from '../draft/draft'
import { isUntouched, mergerOf, type Rearranged, splitOf, undoneOf, withRearranged } from '../draft/recommendations'
import type { Editing } from './context'
import { focusText } from './focus'

/** A merger or a split as it was made and told, to be taken back. */
export interface Done {
  made: Rearranged
  words: string
}

/** Recommendations merged and split: each told, followed by the focus, and undone as long as nothing written is lost by it. */
export function useRearranging({ draft, change }: Editing) {
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState('')
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])

  const carryOut = useCallback(
    (made: Rearranged, words: string, next: (done: readonly Done[]) => readonly Done[]) => {
      flushSync(() => {
        change((now) => withRearranged(now, made))
        setDone(next)
        setSaid(words)
      })
    },
    [change],
  )
  const merge = useCallback(
    (id: string) => {
      const made = mergerOf(latest.current, id)
      if (!made) return
      const [upper, lower] = made.was
      const words = t.merged(upper?.number ?? '', lower?.number ?? '')
      carryOut(made, words, (all) => [...all, { made, words }])
      focusText(id, seamOf(made))
    },
    [carryOut],
  )
  const split = useCallback(
    (id: string, at: number) => {
      const made = splitOf(latest.current, id, at)
      if (!made) return
      const [upper, lower] = numbersOf(withRearranged(latest.current, made), made)
      const words = t.splitIn(upper ?? '', lower ?? '')
      carryOut(made, words, (all) => [...all, { made, words }])
      focusText(made.is[1]?.id ?? id, 0)
    },
    [carryOut],
  )
  const undo = useCallback(
    (taken: Done) => {
      carryOut(undoneOf(taken.made), t.rearrangementUndone, (all) => all.filter((other) => other !== taken))
      focusText(taken.made.was[0]?.id ?? '', seamOf(taken.made))
    },
    [carryOut],
  )
  /** What can be undone at a recommendation: where it was merged, or at the second part of what was split. */
  const undoableAt = (id: string) => done.findLast(({ made }) => made.is.at(-1)?.id === id && isUntouched(draft, made))
  return { said, merge, split, undo, undoableAt }
}

function numbersOf({ recommendations }: Draft, { is }: Rearranged): string[] {
  return is.map((made) => recommendations.find(({ id }) => id === made.id)?.number ?? '')
}

/** Where the first text of those apart ends in that of those together. */
function seamOf({ was, is }: Rearranged): number {
  return Math.min(was[0]?.text.trim().length ?? 0, is[0]?.text.trim().length ?? 0)
}
