import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { ApiProblem } from '@/lib/problem'

export type WheelItem = Schema['WheelItem']
export type YearWheel = Schema['YearWheel']
export type Duty = Schema['Duty']
export type DutyContent = Schema['DutyContent']
export type CalendarFeed = Schema['CalendarFeed']
export type Mail = Schema['Mail']
export type MailState = Schema['MailState']

export const mailPageSize = 50

/** A committee's year. */
export function wheelQuery(committeeId: string, year: number) {
  return queryOptions({
    queryKey: ['year-wheel', committeeId, year],
    queryFn: () => call(api.GET('/year-wheel', { params: { query: { committeeId, year } } })),
  })
}

export function addDuty(body: Schema['NewDuty']): Promise<Duty> {
  return call(api.POST('/duties', { body }))
}

export function writeDuty(id: string, content: DutyContent, version: number): Promise<Duty> {
  return call(api.PUT('/duties/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteDuty({ id, version }: Duty): Promise<unknown> {
  return call(api.DELETE('/duties/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The duty as it is now: it is read in the year where it is shown. */
export async function rereadDuty({ id }: Duty, committeeId: string, year: number): Promise<Duty> {
  const { items } = await call(api.GET('/year-wheel', { params: { query: { committeeId, year } } }))
  const found = items.find(({ duty }) => duty?.id === id)?.duty
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}

export const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: () => call(api.GET('/calendar-feeds')),
  select: ({ items }) => items,
  staleTime: 0,
})

export function makeFeed(id: string, committeeId: string | null): Promise<Schema['MadeCalendarFeed']> {
  return call(api.POST('/calendar-feeds', { body: { id, committeeId } }))
}

export function revokeFeed(id: string): Promise<unknown> {
  return call(api.DELETE('/calendar-feeds/{id}', { params: { path: { id } } }))
}

/** What was, is or could not be sent, latest first. */
export function mailQuery(state: MailState | undefined, page: number) {
  return queryOptions({
    queryKey: ['mail', state ?? 'all', page],
    queryFn: () =>
      call(api.GET('/mail', { params: { query: { ...(state ? { state } : {}), page, pageSize: mailPageSize } } })),
    staleTime: 0,
  })
}

export function retryMail(id: string): Promise<Mail> {
  return call(api.POST('/mail/{id}/retry', { params: { path: { id } } }))
}
