import { useState } from 'react'
import { drop, type Kept, readKept } from '@/lib/kept'
import { sameContent, type Versioned } from '@/lib/versioned'

/** A text that did not reach the server before its page was closed, for the writer to use or discard. */
export interface Offer<T> {
  kept: Kept<T>
  /** Somebody has saved the part since the text was typed. */
  changedSince: boolean
  use: () => void
  discard: () => void
}

/** The latest text that this browser keeps at the place and that says something else than the server's. */
export function useOffer<T>({
  place,
  thing,
  change,
}: {
  place: string
  thing: Versioned<T>
  change: (content: T) => void
}): Offer<T> | undefined {
  const [offered, setOffered] = useState(() => unlike(thing.content, readKept<T>(place)))
  const kept = offered[0]
  if (!kept) return undefined

  function discard() {
    setOffered((now) => now.slice(1))
    if (kept) drop(kept.key)
  }

  return {
    kept,
    changedSince: thing.version !== kept.version,
    use: () => {
      change(kept.content)
      discard()
    },
    discard,
  }
}

/** A save that was stored although its answer was lost leaves a text that the server has. */
function unlike<T>(content: T, kept: Kept<T>[]): Kept<T>[] {
  kept.filter((one) => sameContent(one.content, content)).forEach(({ key }) => drop(key))
  return kept.filter((one) => !sameContent(one.content, content))
}
