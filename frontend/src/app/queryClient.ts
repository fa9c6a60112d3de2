import { QueryClient } from '@tanstack/react-query'
import { asProblem } from '@/lib/problem'

const tries = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is asked for again; a refusal is shown at once.
      retry: (failures, error) => failures < tries && [0, 503].includes(asProblem(error).status),
    },
  },
})
