import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { ApiProblem } from '@/lib/problem'

export type GivenInputRequest = Schema['GivenInputRequest']

/** What the person at the screen has been asked, unanswered first. */
export const givenInputQuery = queryOptions({
  queryKey: ['input-requests'],
  queryFn: () => call(api.GET('/input-requests', { params: { query: { pageSize: 200 } } })),
})

export function reply(id: string, text: string, version: number): Promise<GivenInputRequest> {
  return call(
    api.PUT('/input-requests/{id}/reply', { params: { path: { id }, header: ifMatch(version) }, body: { text } }),
  )
}

/** The question as it is now; there is no reading of a single one. */
export async function rereadInput(id: string): Promise<GivenInputRequest> {
  const { items } = await call(api.GET('/input-requests', { params: { query: { pageSize: 200 } } }))
  const found = items.find((given) => given.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}
