import { queryOptions } from '@tanstack/react-query'
import { api, call, type Schema } from '@/api/client'

export type LoopItem = Schema['LoopItem']
export type LoopThing = Schema['LoopThing']

export function loopQuery(thing: LoopThing, id: string) {
  return queryOptions({
    queryKey: ['loop', thing, id],
    queryFn: () => call(api.GET('/loop', { params: { query: { thing, id } } })),
  })
}
