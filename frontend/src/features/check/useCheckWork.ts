import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { check as t, drawing as drawingWords } from '@/lib/messages/check'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { sameContent } from '@/lib/versioned'
import {
  type Check,
  type CheckContent,
  completeCheck,
  type Drawing,
  drawSample,
  rereadCheck,
  useChanged,
  writeCheck,
} from './api'
import { deviatingIn } from './suggestion'

type Act = { kind: 'save' } | { kind: 'complete' } | { kind: 'draw'; drawing: Drawing }

export interface CheckWork {
  content: CheckContent
  set: (part: Partial<CheckContent>) => void
  on: string
  setOn: (on: string) => void
  dirty: boolean
  pending: Act['kind'] | undefined
  problem: ApiProblem | null
  save: () => void
  complete: () => void
  draw: (drawing: Drawing) => Promise<unknown>
  onConflict: { keepMine: () => void; takeOther: () => void }
}

/** A check while it is written: what is typed, the version that it builds on, and what is done with it. */
export function useCheckWork(check: Check, written: CheckContent, onCompleted: (after: Check) => void): CheckWork {
  const [begun, setBegun] = useState({ version: check.version, content: written })
  const [content, setContent] = useState(written)
  const [on, setOn] = useState(today)
  const changed = useChanged()
  const dirty = !sameContent(content, begun.content)

  function begin(after: Check) {
    if (!after.content) return
    setBegun({ version: after.version, content: after.content })
    setContent(after.content)
  }

  /** What is typed goes to the server before the draw, and the draw's figures after it: nothing of it is lost. */
  async function draw(drawing: Drawing, version: number): Promise<Check> {
    const before = dirty ? (await writeCheck(check.id, content, version)).version : version
    const drawn = await drawSample(check.id, drawing, before)
    const results = drawn.content?.drawn ?? []
    const figures = { population: drawn.draw?.rows ?? null, sample: results.length, deviating: deviatingIn(results) }
    return writeCheck(check.id, { ...content, ...figures, drawn: results }, drawn.version)
  }

  const acting = useMutation({
    mutationFn: ({ act, version }: { act: Act; version: number }) => {
      if (act.kind === 'draw') return draw(act.drawing, version)
      if (act.kind === 'complete') return completeCheck(check.id, on, content, version)
      return writeCheck(check.id, content, version)
    },
    onSuccess: async (after, { act }) => {
      begin(after)
      showToast({ tone: 'ok', title: { save: t.saved, complete: t.completed, draw: drawingWords.done }[act.kind] })
      await changed({ check: after })
      if (act.kind === 'complete') onCompleted(after)
    },
  })
  const rereading = useMutation({ mutationFn: () => rereadCheck(check.id) })
  const act = (kind: Act) => acting.mutateAsync({ act: kind, version: begun.version })
  const failure = rereading.error ?? acting.error

  return {
    content,
    set: (part) => setContent((now) => ({ ...now, ...part })),
    on,
    setOn,
    dirty,
    pending: acting.isPending ? acting.variables.act.kind : undefined,
    // What is wrong with a draw is told in its dialog.
    problem: failure && acting.variables?.act.kind !== 'draw' ? asProblem(failure) : null,
    save: () => void act({ kind: 'save' }).catch(() => undefined),
    complete: () => void act({ kind: 'complete' }).catch(() => undefined),
    draw: (drawing) => act({ kind: 'draw', drawing }),
    onConflict: {
      keepMine: () =>
        rereading.mutate(undefined, {
          onSuccess: ({ version }) => {
            setBegun((now) => ({ ...now, version }))
            acting.mutate({ act: acting.variables?.act ?? { kind: 'save' }, version })
          },
        }),
      takeOther: () =>
        rereading.mutate(undefined, {
          onSuccess: (other) => {
            begin(other)
            acting.reset()
          },
        }),
    },
  }
}
