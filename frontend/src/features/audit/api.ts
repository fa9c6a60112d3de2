import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'

export type Audit = Schema['Audit']
export type AuditContent = Schema['AuditContent']
export type AuditSummary = Schema['AuditSummary']
export type Addressee = Schema['Addressee']
export type AddresseeContent = Schema['AddresseeContent']
export type AuditSort = Schema['AuditSort']
export type Committee = Schema['Committee']
export type Grade = Schema['Grade']
export type Reading = Schema['Reading']

export const pageSize = 25

/** What the list is narrowed to, and its order. */
export interface AuditFilter {
  q?: string | undefined
  committeeId?: string | undefined
  confirmed?: boolean | undefined
  sort: AuditSort
  page: number
}

export function auditsQuery(filter: AuditFilter) {
  const { q, committeeId, confirmed, sort, page } = filter
  const query = {
    sort,
    page,
    pageSize,
    ...(q ? { q } : {}),
    ...(committeeId ? { committeeId } : {}),
    ...(confirmed === undefined ? {} : { confirmed }),
  }
  return queryOptions({
    queryKey: ['audits', 'list', query],
    queryFn: () => call(api.GET('/audits', { params: { query } })),
  })
}

export function auditQuery(id: string) {
  return queryOptions({
    queryKey: ['audits', id],
    queryFn: () => call(api.GET('/audits/{id}', { params: { path: { id } } })),
  })
}

/** The audits that a report may be registered as already; none is asked for where no title was read. */
export function auditMatchesQuery({ title, registryNumber, reportDate }: Reading) {
  const query = {
    title: (title ?? '').slice(0, 500),
    ...(registryNumber ? { registryNumber: registryNumber.slice(0, 60) } : {}),
    ...(reportDate ? { reportDate } : {}),
  }
  return queryOptions({
    queryKey: ['audits', 'matches', query],
    queryFn: () => (query.title ? call(api.GET('/audit-matches', { params: { query } })) : { items: [] }),
    select: (found) => found.items.map(({ audit }) => audit),
    staleTime: 0,
  })
}

export function registerAudit(audit: Schema['NewAudit']): Promise<Audit> {
  return call(api.POST('/audits', { body: audit }))
}

export function correctAudit(id: string, content: AuditContent, version: number): Promise<Audit> {
  return call(api.PUT('/audits/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteAudit({ id, version }: Audit): Promise<undefined> {
  return call(api.DELETE('/audits/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function confirmAudit({ id, version }: Audit): Promise<Audit> {
  return call(api.POST('/audits/{id}/confirmation', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The people who are advisers here. */
export const advisersQuery = queryOptions({
  queryKey: ['memberships', 'advisers'],
  queryFn: () => call(api.GET('/memberships', { params: { query: { pageSize: 200 } } })),
  select: ({ items }) =>
    items.filter(({ content }) => content.roles.some(({ role }) => role === 'adviser')).map(({ account }) => account),
})

/** Which advisers the audit is given to. */
export function setAdvisers({ id, version }: Pick<Audit, 'id' | 'version'>, accountIds: string[]): Promise<Audit> {
  return call(
    api.PUT('/audits/{id}/advisers', { params: { path: { id }, header: ifMatch(version) }, body: { accountIds } }),
  )
}

export function publishAudit({ id, version }: Audit, published: boolean): Promise<Audit> {
  return call(
    api.PUT('/audits/{id}/publication', { params: { path: { id }, header: ifMatch(version) }, body: { published } }),
  )
}

/** Changes what a committee itself keeps about being asked; the version is the audit's. */
export function updateAddressee(id: string, content: AddresseeContent, version: number): Promise<Audit> {
  return call(api.PUT('/addressees/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

/** Begins an addressee's response. The id is made by whoever begins it. */
export function startResponse(id: string, addresseeId: string): Promise<Schema['Response']> {
  return call(api.POST('/responses', { body: { id, addresseeId } }))
}
