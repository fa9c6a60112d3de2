import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api, call, type Schema } from './client'

/** Who is signed in. Read once by the shell; every page may rely on it being there. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call(api.GET('/session')),
  staleTime: Infinity,
  retry: false,
})

export interface Viewer {
  session: Schema['Session']
  /** Whether a role gives the permission, in the committee or anywhere when no committee is named. */
  may: (permission: string, committeeId?: string) => boolean
}

/** The person at the screen. What may be done with one thing at hand is in the thing's own `may`; this is for menus. */
export function useViewer(): Viewer {
  const { data: session } = useSuspenseQuery(sessionQuery)
  return { session, may: (permission, committeeId) => allows(session, permission, committeeId) }
}

export function allows(session: Schema['Session'], permission: string, committeeId?: string): boolean {
  return session.permissions.some(
    (grant) =>
      grant.permission === permission &&
      (committeeId === undefined || grant.committeeId === null || grant.committeeId === committeeId),
  )
}

/** Somebody who sees nothing here but what others ask of them. */
export function onlyContributes(session: Schema['Session']): boolean {
  return session.organization !== null && session.permissions.length === 0
}
