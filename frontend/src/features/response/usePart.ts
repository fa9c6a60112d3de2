import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useViewer } from '@/api/session'
import { type Autosave, useAutosave } from '@/lib/autosave'
import { keptAt, makeKeeper } from '@/lib/kept'
import type { Versioned } from '@/lib/versioned'
import { type Response, responseQuery } from './api'
import { type Offer, useOffer } from './useOffer'

/** Puts everything on the server; false when something could not be saved. */
export type SaveNow = () => Promise<boolean>

export interface OpenPart<T> extends Autosave<T> {
  /** The part as it is on the server now, for the answer that somebody else was first. */
  reread: () => Promise<Versioned<T>>
  /** Where the reader wants to go although something is not saved. */
  leaving: ReturnType<typeof useBlocker>
  /** Goes there, and lets go of what is not saved. */
  leave: () => void
  /** A text of this part that was not saved when its page was closed. */
  offer: Offer<T> | undefined
}

/**
 * The part of the response that is being written. It saves while it is typed and before the page or the part is left,
 * and takes over what others save as long as nothing here is unsaved.
 *
 * `name` tells the part from the response's others. `find` reads it in a response, `patch` puts a saved one there. `onOpen` is told how to save at once, for a change
 * of state, and gives what to do when the part is closed.
 */
export function usePart<T>(options: {
  response: Response
  name: string
  find: (response: Response) => Versioned<T>
  patch: (response: Response, saved: Versioned<T>) => Response
  save: (content: T, version: number) => Promise<Versioned<T>>
  onOpen: (saveNow: SaveNow) => () => void
}): OpenPart<T> {
  const { response, name, find, patch, save, onOpen } = options
  const queryClient = useQueryClient()
  const query = responseQuery(response.id)
  const thing = find(response)
  const seen = useRef(thing.version)
  const place = keptAt(useViewer().session.account.id, response.id, name)
  const [keeper] = useState(() => makeKeeper<T>(place))

  async function reread() {
    return find(await queryClient.fetchQuery({ ...query, staleTime: 0 }))
  }

  const autosave = useAutosave<T>({
    initial: thing,
    save: async (content, version) => {
      const saved = await save(content, version)
      seen.current = saved.version
      queryClient.setQueryData(query.queryKey, (now) => now && patch(now, saved))
      void queryClient.invalidateQueries({ queryKey: query.queryKey })
      return saved.version
    },
    reread,
    keeper,
  })
  const { saveNow, dirty, takeOther, change } = autosave
  const offer = useOffer<T>({ place, thing, change })

  useEffect(() => onOpen(saveNow), [onOpen, saveNow])
  useEffect(() => {
    if (dirty || thing.version <= seen.current) return
    seen.current = thing.version
    takeOther(thing)
  }, [dirty, thing, takeOther])

  const leaving = useBlocker({
    shouldBlockFn: async () => !(await saveNow()),
    enableBeforeUnload: dirty,
    withResolver: true,
  })

  function leave() {
    keeper.drop()
    leaving.proceed?.()
  }

  return { ...autosave, reread, leaving, leave, offer }
}
