import { useCallback, useEffect, useRef, useState } from 'react'
import type { Keeper } from './kept'
import { type ApiProblem, asProblem } from './problem'
import { sameContent, type Versioned } from './versioned'

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'waiting'; since: number }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; problem: ApiProblem }
  | { kind: 'conflict'; problem: ApiProblem }

export interface Autosave<T> {
  content: T
  /** Takes what was typed; it is sent when the typing pauses. */
  change: (next: T) => void
  state: SaveState
  /** Something is not yet on the server. */
  dirty: boolean
  /** Sends what is left at once; true when everything is on the server. Await it before a transition. */
  saveNow: () => Promise<boolean>
  /** In a conflict: writes mine over the version that the other made. */
  keepMine: (othersVersion: number) => void
  /** In a conflict: drops mine for what the other wrote. */
  takeOther: (other: Versioned<T>) => void
}

/** However steadily somebody types, what is typed is sent this often. */
const longestWaitMs = 2_000
const retryEveryMs = 2_000

/**
 * Saves a draft while it is written: one save at a time, each with the version that the one before gave. While the
 * server cannot be reached it tries again every other second, and at once when the browser is back online or in focus. A
 * conflict (412) stops and waits for keepMine or takeOther. What was typed is never lost by an answer from the server,
 * and `keeper` has it as long as it is not saved.
 *
 * `save` sends the content with the version it builds on and gives the new version; `reread` gives what the server has.
 * Both throw ApiProblem.
 */
export function useAutosave<T>(options: {
  initial: Versioned<T>
  save: (content: T, version: number) => Promise<number>
  reread: () => Promise<Versioned<T>>
  keeper: Keeper<T>
  delayMs?: number
}): Autosave<T> {
  const { initial, save, reread, keeper, delayMs = 800 } = options
  const [content, setContent] = useState(initial.content)
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const draft = useRef({ content: initial.content, version: initial.version, pending: false })
  const unanswered = useRef(new Set<T>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(undefined)
  const server = useRef({ save, reread })
  useEffect(() => {
    server.current = { save, reread }
  }, [save, reread])

  // A save whose answer was lost may have been stored: the conflict that the next one meets is then with oneself.
  const send = useCallback(async (mine: T, version: number): Promise<number> => {
    try {
      return await server.current.save(mine, version)
    } catch (error) {
      const problem = asProblem(error)
      if (problem.isUnreachable) unanswered.current.add(mine)
      if (!problem.isConflict || unanswered.current.size === 0) throw problem
      const stored = await server.current.reread()
      if (![...unanswered.current].some((sent) => sameContent(sent, stored.content))) throw problem
      unanswered.current.add(mine) // until this one is answered
      return server.current.save(mine, stored.version)
    }
  }, [])

  const drain = useCallback(async (): Promise<boolean> => {
    while (draft.current.pending) {
      draft.current.pending = false
      setState((now) => (isUnreachable(now) ? now : { kind: 'saving' }))
      try {
        const version = await send(draft.current.content, draft.current.version)
        draft.current.version = version
      } catch (error) {
        draft.current.pending = true
        const problem = asProblem(error)
        setState({ kind: problem.isConflict ? 'conflict' : 'failed', problem })
        return false
      }
      unanswered.current.clear()
      if (draft.current.pending) keeper.put(draft.current)
    }
    keeper.drop()
    setState({ kind: 'saved', at: new Date().toISOString() })
    return true
  }, [send, keeper])

  const saveNow = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    if (!draft.current.pending && !running.current) return Promise.resolve(true)
    running.current ??= drain().finally(() => (running.current = undefined))
    return running.current
  }, [drain])

  const sendLater = useCallback(
    (afterMs: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(), afterMs)
    },
    [saveNow],
  )

  const change = useCallback(
    (next: T) => {
      setContent(next)
      draft.current = { ...draft.current, content: next, pending: true }
      keeper.put(draft.current)
      setState((now) => (settlesItself(now) ? now : { kind: 'waiting', since: Date.now() }))
    },
    [keeper],
  )

  useEffect(() => {
    if (state.kind === 'waiting') sendLater(Math.min(delayMs, state.since + longestWaitMs - Date.now()))
  }, [state, content, delayMs, sendLater])
  useEffect(() => () => clearTimeout(timer.current), [])

  const unreachable = isUnreachable(state)
  useEffect(() => (unreachable ? tryAgain(saveNow) : undefined), [unreachable, saveNow])

  const keepMine = useCallback(
    (othersVersion: number) => {
      draft.current = { ...draft.current, version: othersVersion, pending: true }
      void saveNow()
    },
    [saveNow],
  )

  const takeOther = useCallback(
    (other: Versioned<T>) => {
      draft.current = { ...other, pending: false }
      keeper.drop()
      setContent(other.content)
      setState({ kind: 'clean' })
    },
    [keeper],
  )

  const dirty =
    state.kind === 'waiting' || state.kind === 'saving' || state.kind === 'failed' || state.kind === 'conflict'
  return { content, change, state, dirty, saveNow, keepMine, takeOther }
}

/** The server gave no answer, or said that it cannot work now: it is asked again. */
export function isUnreachable(state: SaveState): boolean {
  return state.kind === 'failed' && state.problem.isUnreachable
}

/** What is typed in this state is sent without waiting for a pause, or not before the conflict is settled. */
function settlesItself(state: SaveState): boolean {
  return state.kind === 'waiting' || state.kind === 'saving' || state.kind === 'conflict' || isUnreachable(state)
}

function tryAgain(saveNow: () => Promise<boolean>): () => void {
  const again = () => void saveNow()
  const every = setInterval(again, retryEveryMs)
  window.addEventListener('online', again)
  window.addEventListener('focus', again)
  return () => {
    clearInterval(every)
    window.removeEventListener('online', again)
    window.removeEventListener('focus', again)
  }
}
