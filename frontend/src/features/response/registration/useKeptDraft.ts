import { useEffect, useState } from 'react'
import { useViewer } from '@/api/session'
import { drop, type Kept, keptAt, makeKeeper, readKept } from '@/lib/kept'
import type { RegistrationDraft } from './draft'

/** Keeps in this browser what is typed of a registration, and offers what was kept when the page was last left. */
export function useKeptDraft(addresseeId: string, draft: RegistrationDraft, isDirty: boolean) {
  const { session } = useViewer()
  const [place] = useState(() => keptAt(session.account.id, 'registration', addresseeId))
  const [offered, setOffered] = useState<Kept<RegistrationDraft> | undefined>(
    () => readKept<RegistrationDraft>(place)[0],
  )
  const [keeper] = useState(() => makeKeeper<RegistrationDraft>(place))
  useEffect(() => {
    if (isDirty) keeper.put({ content: draft, version: 0 })
  }, [keeper, draft, isDirty])
  return {
    offered,
    settle: () => {
      if (offered) drop(offered.key)
      setOffered(undefined)
    },
    drop: () => keeper.drop(),
  }
}
