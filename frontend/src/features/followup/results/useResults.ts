import { useState } from 'react'
import { useViewer } from '@/api/session'
import { drop, keptAt, makeKeeper, readKept } from '@/lib/kept'
import type { VerdictReading } from '../api'
import { type Draft, draftOf } from './draft'

export interface Results {
  draft: Draft | undefined
  begin: (read: VerdictReading) => void
  change: (change: (now: Draft) => Draft) => void
  end: () => void
}

/** What was read and what is chosen of it; it survives a reload, and ends when it is given or thrown away. */
export function useResults(): Results {
  const { session } = useViewer()
  const [place] = useState(() => keptAt(session.account.id, 'verdict-reading', session.organization?.id ?? ''))
  const [keeper] = useState(() => makeKeeper<Draft>(place))
  const [draft, setDraft] = useState(() => readKept<Draft>(place)[0]?.content)
  const take = (next: Draft) => {
    for (const { key } of readKept<Draft>(place)) drop(key)
    keeper.put({ content: next, version: 0 })
    setDraft(next)
  }
  return {
    draft,
    begin: (read) => take(draftOf(read)),
    change: (change) => draft && take(change(draft)),
    end: () => {
      for (const { key } of readKept<Draft>(place)) drop(key)
      setDraft(undefined)
    },
  }
}
