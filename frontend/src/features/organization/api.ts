import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { ApiProblem } from '@/lib/problem'

export type Organization = Schema['Organization']
export type Administration = Schema['Administration']
export type Committee = Schema['Committee']
export type CommitteeContent = Schema['CommitteeContent']
export type MemorandumTemplateContent = Schema['MemorandumTemplateContent']
export type MemorandumTemplateSection = Schema['MemorandumTemplateSection']
export type Meeting = Schema['Meeting']
export type MeetingContent = Schema['MeetingContent']

const everything = { pageSize: 200 }

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: () => call(api.GET('/organization')),
})

export function updateOrganization(content: Organization['content'], version: number): Promise<Organization> {
  return call(api.PUT('/organization', { params: { header: ifMatch(version) }, body: content }))
}

export const publicPageQuery = queryOptions({
  queryKey: ['public-page'],
  queryFn: () => call(api.GET('/public-page')),
})

export function setPublicPage(content: Schema['PublicPageContent'], version: number): Promise<Schema['PublicPage']> {
  return call(api.PUT('/public-page', { params: { header: ifMatch(version) }, body: content }))
}

export const memorandumTemplateQuery = queryOptions({
  queryKey: ['memorandum-template'],
  queryFn: () => call(api.GET('/memorandum-template')),
})

export function updateMemorandumTemplate(
  content: MemorandumTemplateContent,
  version: number,
): Promise<Schema['MemorandumTemplate']> {
  return call(api.PUT('/memorandum-template', { params: { header: ifMatch(version) }, body: content }))
}

export const administrationsQuery = queryOptions({
  queryKey: ['administrations'],
  queryFn: () => call(api.GET('/administrations', { params: { query: everything } })),
  select: ({ items }) => items,
})

export function createAdministration(body: Schema['NewAdministration']): Promise<Administration> {
  return call(api.POST('/administrations', { body }))
}

export function updateAdministration(
  id: string,
  content: Administration['content'],
  version: number,
): Promise<Administration> {
  return call(api.PUT('/administrations/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteAdministration({ id, version }: Administration): Promise<unknown> {
  return call(api.DELETE('/administrations/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The administration as it is now; there is no reading of a single one. */
export async function rereadAdministration(id: string): Promise<Administration> {
  const { items } = await call(api.GET('/administrations', { params: { query: everything } }))
  return foundIn(items, id)
}

export function committeeQuery(id: string) {
  return queryOptions({
    queryKey: ['committees', id],
    queryFn: () => call(api.GET('/committees/{id}', { params: { path: { id } } })),
  })
}

export function createCommittee(body: Schema['NewCommittee']): Promise<Committee> {
  return call(api.POST('/committees', { body }))
}

export function updateCommittee(id: string, content: CommitteeContent, version: number): Promise<Committee> {
  return call(api.PUT('/committees/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

/** The successor answers from then on for all that the committee has been recommended. */
export function handOverToSuccessor({ id, version }: Committee, successorId: string): Promise<Committee> {
  return call(
    api.PUT('/committees/{id}/successor', {
      params: { path: { id }, header: ifMatch(version) },
      body: { successorId },
    }),
  )
}

export function createMeeting(body: Schema['NewMeeting']): Promise<Meeting> {
  return call(api.POST('/meetings', { body }))
}

/** Understands a pasted list, or an iCalendar file's content, as meetings; nothing is stored. */
export function readMeetings(text: string): Promise<Schema['MeetingReading']> {
  return call(api.POST('/meeting-readings', { body: { text } }))
}

export function updateMeeting(id: string, content: MeetingContent, version: number): Promise<Meeting> {
  return call(api.PUT('/meetings/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteMeeting({ id, version }: Meeting): Promise<unknown> {
  return call(api.DELETE('/meetings/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The meeting as it is now; there is no reading of a single one. */
export async function rereadMeeting({ id, committeeId }: Meeting): Promise<Meeting> {
  const { items } = await call(api.GET('/meetings', { params: { query: { committeeId, ...everything } } }))
  return foundIn(items, id)
}

function foundIn<Thing extends { id: string }>(things: readonly Thing[], id: string): Thing {
  const found = things.find((thing) => thing.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}
