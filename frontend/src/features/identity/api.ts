import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { ApiProblem } from '@/lib/problem'

export type Membership = Schema['Membership']
export type MembershipContent = Schema['MembershipContent']

export const pageSize = 50

export function signIn(credentials: Schema['Credentials']): Promise<Schema['Session']> {
  return call(api.POST('/session', { body: credentials }))
}

export function changePassword(change: Schema['PasswordChange']): Promise<unknown> {
  return call(api.PUT('/account/password', { body: change }))
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => call(api.GET('/sessions')),
  select: ({ items }) => items,
})

export function revokeSession(id: string): Promise<unknown> {
  return call(api.DELETE('/sessions/{id}', { params: { path: { id } } }))
}

export function writeReminderChoice(
  body: Schema['ReminderChoiceContent'],
  version: number,
): Promise<Schema['ReminderChoice']> {
  return call(api.PUT('/reminder-choice', { params: { header: ifMatch(version) }, body }))
}

/** People with roles in the organization whose name or address holds the words. */
export function membershipsQuery(words: string, page: number) {
  return queryOptions({
    queryKey: ['memberships', words, page],
    queryFn: () =>
      call(api.GET('/memberships', { params: { query: { ...(words ? { q: words } : {}), page, pageSize } } })),
  })
}

export function createMembership(body: Schema['NewMembership']): Promise<Schema['CreatedMembership']> {
  return call(api.POST('/memberships', { body }))
}

export function updateMembership(id: string, content: MembershipContent, version: number): Promise<Membership> {
  return call(api.PUT('/memberships/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteMembership({ id, version }: Membership): Promise<unknown> {
  return call(api.DELETE('/memberships/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function renewInitialPassword({ id }: Membership): Promise<Schema['InitialPassword']> {
  return call(api.POST('/memberships/{id}/initial-password', { params: { path: { id } } }))
}

/** The membership as it is now: there is no reading of a single one, but its address finds it. */
export async function rereadMembership({ id, account }: Membership): Promise<Membership> {
  const { items } = await call(api.GET('/memberships', { params: { query: { q: account.email, pageSize } } }))
  const found = items.find((membership) => membership.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}
