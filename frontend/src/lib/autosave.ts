import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiProblem, asProblem } from './problem'
import type { Versioned } from './versioned'

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'waiting' }
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

const retryAfterMs = 5_000

/**
 * Saves a draft while it is written: one save at a time, each with the version that the one before gave. A lost
 * connection is tried again; a conflict (412) stops and waits for keepMine or takeOther. What was typed is never lost
 * by an answer from the server.
 *
 * `save` sends the content with the version it builds on and gives the new version; it throws ApiProblem.
 */
export function useAutosave<T>(options: {
  initial: Versioned<T>
  save: (content: T, version: number) => Promise<number>
  delayMs?: number
}): Autosave<T> {
  const { initial, save, delayMs = 800 } = options
  const [content, setContent] = useState(initial.content)
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const draft = useRef({ content: initial.content, version: initial.version, pending: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(undefined)
  const sending = useRef(save)
  useEffect(() => {
    sending.current = save
  }, [save])

  const drain = useCallback(async (): Promise<boolean> => {
    while (draft.current.pending) {
      draft.current.pending = false
      setState({ kind: 'saving' })
      try {
        draft.current.version = await sending.current(draft.current.content, draft.current.version)
      } catch (error) {
        draft.current.pending = true
        const problem = asProblem(error)
        setState({ kind: problem.isConflict ? 'conflict' : 'failed', problem })
        return false
      }
    }
    setState({ kind: 'saved', at: new Date().toISOString() })
    return true
  }, [])

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

  const change = useCallback((next: T) => {
    setContent(next)
    draft.current.content = next
    draft.current.pending = true
    setState((now) => (now.kind === 'conflict' || now.kind === 'saving' ? now : { kind: 'waiting' }))
  }, [])

  // The one place that starts a save: when typing pauses, and again after a lost connection.
  useEffect(() => {
    if (state.kind === 'waiting') sendLater(delayMs)
    if (state.kind === 'failed' && state.problem.code === 'network') sendLater(retryAfterMs)
  }, [state, content, delayMs, sendLater])
  useEffect(() => () => clearTimeout(timer.current), [])

  const keepMine = useCallback(
    (othersVersion: number) => {
      draft.current = { ...draft.current, version: othersVersion, pending: true }
      void saveNow()
    },
    [saveNow],
  )

  const takeOther = useCallback((other: Versioned<T>) => {
    draft.current = { ...other, pending: false }
    setContent(other.content)
    setState({ kind: 'clean' })
  }, [])

  const dirty =
    state.kind === 'waiting' || state.kind === 'saving' || state.kind === 'failed' || state.kind === 'conflict'
  return { content, change, state, dirty, saveNow, keepMine, takeOther }
}
