import { queryOptions } from '@tanstack/react-query'
import { api, call, type Schema } from '@/api/client'

export type WaitingItem = Schema['WaitingItem']
export type WaitingList = Schema['WaitingList']

/** What waits for the reader, what comes near, and what the reader waits for from others. */
export const waitingQuery = queryOptions({
  queryKey: ['responses', 'waiting'],
  queryFn: () => call(api.GET('/waiting')),
  staleTime: 0,
})

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ['responses', id, 'plan'],
    queryFn: () => call(api.GET('/responses/{id}/plan', { params: { path: { id } } })),
  })
}
