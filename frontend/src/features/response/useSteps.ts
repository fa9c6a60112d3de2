import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/components/Toasts'
import { ApiProblem, asProblem } from '@/lib/problem'
import { type Response, responseQuery } from './api'
import type { SaveNow } from './usePart'

interface Step {
  act: (response: Response) => Promise<Response>
  /** What to say when it is done. */
  done: string
}

export interface Steps {
  take: (step: Step) => Promise<Response>
  pending: boolean
  problem: ApiProblem | null
}

const nothingToSave: SaveNow = () => Promise.resolve(true)

/**
 * Changes of a response's state. What is being written is saved first; a writer's step builds on the response as it is
 * then, anybody else's on the response that was read.
 */
export function useSteps(response: Response, saveNow: SaveNow = nothingToSave): Steps {
  const queryClient = useQueryClient()
  const query = responseQuery(response.id)
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async ({ act }: Step) => {
      if (!(await saveNow())) throw new ApiProblem({ status: 0, code: 'not_saved' })
      return act(response.may.includes('edit') ? await queryClient.fetchQuery({ ...query, staleTime: 0 }) : response)
    },
    onSuccess: (after, { done }) => {
      queryClient.setQueryData(query.queryKey, after)
      showToast({ tone: 'ok', title: done })
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['followup'] })
      return queryClient.invalidateQueries({ queryKey: ['responses'] })
    },
  })
  return { take: mutateAsync, pending: isPending, problem: error && asProblem(error) }
}
