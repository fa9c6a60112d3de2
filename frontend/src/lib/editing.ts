import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, asProblem } from './problem'
import type { Versioned } from './versioned'

export interface Editing<T> {
  content: T
  /** Changes some fields of the content. */
  set: (part: Partial<T>) => void
  dirty: boolean
  pending: boolean
  problem: ApiProblem | null
  submit: () => void
  /** For Form: what to do when somebody else saved first. */
  onConflict: { keepMine: () => void; takeOther: () => void }
}

/**
 * The state of a form that edits a thing: what is typed and the version it builds on. `save` writes and gives the thing
 * as it became; `reread` gives it as it is now, for the answer that somebody else was first.
 */
export function useEditing<T extends object>(options: {
  thing: Versioned<T>
  save: (content: T, version: number) => Promise<Versioned<T>>
  reread: () => Promise<Versioned<T>>
  onSaved: (saved: Versioned<T>) => void
}): Editing<T> {
  const { thing, save, reread, onSaved } = options
  const [begun, setBegun] = useState<Versioned<T>>(thing)
  const [content, setContent] = useState(thing.content)

  function begin(from: Versioned<T>) {
    setBegun(from)
    setContent(from.content)
  }

  const saving = useMutation({
    mutationFn: (version: number) => save(content, version),
    onSuccess: (saved) => {
      begin(saved)
      onSaved(saved)
    },
  })
  const rereading = useMutation({ mutationFn: reread })

  return {
    content,
    set: (part) => setContent((now) => ({ ...now, ...part })),
    dirty: JSON.stringify(content) !== JSON.stringify(begun.content),
    pending: saving.isPending || rereading.isPending,
    problem: rereading.error ? asProblem(rereading.error) : saving.error ? asProblem(saving.error) : null,
    submit: () => saving.mutate(begun.version),
    onConflict: {
      keepMine: () => rereading.mutate(undefined, { onSuccess: (other) => saving.mutate(other.version) }),
      takeOther: () =>
        rereading.mutate(undefined, {
          onSuccess: (other) => {
            begin(other)
            saving.reset()
          },
        }),
    },
  }
}
