// What several capabilities read: the organization's committees and their meetings, and how times in words are understood.
import { queryOptions } from '@tanstack/react-query'
import { api, call, type Schema } from './client'

/** The largest page that the contract gives. */
const everything = { pageSize: 200 }

/** The organization's committees, by name. */
export const committeesQuery = queryOptions({
  queryKey: ['committees'],
  queryFn: () => call(api.GET('/committees', { params: { query: everything } })),
  select: (page) => page.items,
})

/** The meetings of one committee from a day on, by date. */
export function meetingsQuery(committeeId: string, from: string) {
  return queryOptions({
    queryKey: ['meetings', committeeId, from],
    queryFn: () => call(api.GET('/meetings', { params: { query: { committeeId, from, ...everything } } })),
    select: (page) => page.items,
  })
}

/** How one is reminded, and whether mail is sent at all. */
export const reminderChoiceQuery = queryOptions({
  queryKey: ['reminder-choice'],
  queryFn: () => call(api.GET('/reminder-choice')),
})

export function addMeeting(id: string, committeeId: string, date: string): Promise<Schema['Meeting']> {
  const content = { date, manuscriptStop: null, preparation: null, dispatch: null }
  return call(api.POST('/meetings', { body: { id, committeeId, content } }))
}

/** How words such as "våren 2024" are understood. */
export function approximateDateQuery(words: string) {
  return queryOptions({
    queryKey: ['approximate-dates', words],
    queryFn: () => call(api.GET('/approximate-dates', { params: { query: { words } } })),
    staleTime: Infinity,
  })
}

/** A committee's name, by id; empty for one that is not known. */
export function committeeName(committees: readonly Schema['Committee'][], id: string): string {
  return committees.find((committee) => committee.id === id)?.content.name ?? ''
}

/** The recommendations given to a committee, all of them: a few hundred at most. */
export function recommendationsQuery(committeeId: string) {
  return queryOptions({
    queryKey: ['followup', 'given-to', committeeId],
    queryFn: async () => {
      const given: Schema['AssignmentSummary'][] = []
      for (let page = 1; ; page++) {
        const query = { committeeId: [committeeId], page, ...everything }
        const { items, total } = await call(api.GET('/assignments', { params: { query } }))
        given.push(...items)
        if (items.length === 0 || given.length >= total) return given
      }
    },
  })
}

/** Those to whom something may be given to do. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => call(api.GET('/colleagues', { params: { query: everything } })),
  select: (page) => page.items.map(({ id, name }) => ({ id, label: name })),
})

/** The committee's drafts of control plans, in which risks may be entered. */
export function draftPlansQuery(committeeId: string) {
  return queryOptions({
    queryKey: ['control-plans', 'list', 'drafts', committeeId],
    queryFn: () => call(api.GET('/control-plans', { params: { query: { committeeId, ...everything } } })),
    select: (page) => page.items.filter(({ state, mayRead }) => state === 'draft' && mayRead),
  })
}

/** Makes a risk in a draft of what it comes from; how it is valued is said there. */
export function makeRisk(
  planId: string,
  risk: Pick<Schema['NewRisk'], 'id' | 'deviationId' | 'recommendationId'>,
  words: { title: string; cause: string },
): Promise<Schema['ControlPlan']> {
  const notYet = { category: '', consequence: '', inherent: null, current: null, target: null, treatments: [] }
  return call(
    api.POST('/control-plans/{id}/risks', {
      params: { path: { id: planId } },
      body: { ...risk, commonRiskId: null, content: { ...words, ...notYet } },
    }),
  )
}
