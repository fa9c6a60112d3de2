import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, asProblem } from '@/lib/problem'

export interface Addition<Thing> {
  send: () => void
  pending: boolean
  /** Why it was refused; not that somebody else was first. */
  problem: ApiProblem | null
  /** The thing as it was when the writer began. */
  begun: Thing
  /** The thing as somebody else has made it since; what is written is kept, and sending again builds on this. */
  since: Thing | undefined
}

/** Something said about a thing, that builds on the thing as the writer read it. */
export function useAddition<Thing extends { version: number }, Result>({
  thing,
  send,
  reread,
  onAdded,
}: {
  thing: Thing
  send: (version: number) => Promise<Result>
  reread: () => Promise<Thing>
  onAdded: (result: Result) => void | Promise<void>
}): Addition<Thing> {
  const [begun] = useState(thing)
  const [since, setSince] = useState<Thing>()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      try {
        return await send((since ?? begun).version)
      } catch (failure) {
        if (asProblem(failure).isConflict) setSince(await reread())
        throw failure
      }
    },
    onSuccess: onAdded,
  })
  const problem = error && asProblem(error)
  const conflict = problem?.isConflict === true
  return {
    send: () => mutate(),
    pending: isPending,
    problem: conflict ? null : problem,
    begun,
    since: conflict ? since : undefined,
  }
}
