import type { QueryClient } from '@tanstack/react-query'
import { createRoute, redirect } from '@tanstack/react-router'
import { onlyContributes, sessionQuery } from '@/api/session'
import { givenMeasuresQuery } from '@/features/followup/api'
import { givenInputQuery } from '@/features/input/api'
import { StartPage } from '@/features/start/StartPage'
import { shellRoute } from './root'

export const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: StartPage,
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (onlyContributes(session)) redirect({ to: await ownWork(context.queryClient), throw: true })
  },
})

/** Where somebody who only contributes has something to do: questions first. */
async function ownWork(queryClient: QueryClient): Promise<'/underlag' | '/mina-atgarder'> {
  const [input, measures] = await Promise.all([
    queryClient.ensureQueryData(givenInputQuery),
    queryClient.ensureQueryData(givenMeasuresQuery),
  ])
  return input.total === 0 && measures.total > 0 ? '/mina-atgarder' : '/underlag'
}
