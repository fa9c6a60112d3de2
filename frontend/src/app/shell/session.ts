import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { api, call } from '@/api/client'
import { sessionQuery } from '@/api/session'
import { dropAll, keptAt } from '@/lib/kept'
import { asProblem } from '@/lib/problem'

/** Ends the session and leaves nothing of it in the page's memory, nor unsaved text in the browser. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async () => {
    const session = queryClient.getQueryData(sessionQuery.queryKey)
    await call(api.DELETE('/session')).catch(ignoreEnded)
    await router.navigate({ to: '/logga-in', search: {} })
    if (session) dropAll(keptAt(session.account.id))
    queryClient.clear()
  }
}

/** Works in another organization from now on: everything is read anew. */
export function useChooseOrganization(): (organizationId: string) => Promise<void> {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async (organizationId) => {
    const session = await call(api.PUT('/session', { body: { organizationId } }))
    queryClient.setQueryData(sessionQuery.queryKey, session) // first: it says where the first page leads
    await router.navigate({ to: '/' })
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    await router.invalidate()
  }
}

function ignoreEnded(failure: unknown): void {
  if (asProblem(failure).status !== 401) throw failure
}
