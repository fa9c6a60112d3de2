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

/** The committee's drafts that a risk may be put in. */
export function draftPlansQuery(committeeId: string) {
  return queryOptions({
    queryKey: ['control-plans', 'drafts', committeeId],
    queryFn: async () => {
      const { items } = await call(api.GET('/control-plans', { params: { query: { committeeId, pageSize: 50 } } }))
      return items.filter(({ state, mayRead }) => state === 'draft' && mayRead)
    },
  })
}

/** Makes a risk of a recommendation in a draft; how it is valued is said there. */
export function makeRisk(planId: string, id: string, recommendationId: string, title: string) {
  const valued = { inherent: null, current: null, target: null, treatments: [] }
  return call(
    api.POST('/control-plans/{id}/risks', {
      params: { path: { id: planId } },
      body: {
        id,
        commonRiskId: null,
        deviationId: null,
        recommendationId,
        content: { title, category: '', cause: '', consequence: '', ...valued },
      },
    }),
  )
}
