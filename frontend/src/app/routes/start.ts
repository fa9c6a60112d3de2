import type { QueryClient } from '@tanstack/react-query'
import { createRoute, redirect } from '@tanstack/react-router'
import { onlyContributes, sessionQuery } from '@/api/session'
import { ownChecksQuery } from '@/features/check/api'
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
    const place = onlyContributes(session) && (await ownWork(context.queryClient))
    if (place) redirect({ to: place, throw: true })
  },
})

/**
 * Where somebody who only contributes has something to do: questions first. Whoever performs checks has work by many days,
 * which the start page puts in order.
 */
async function ownWork(queryClient: QueryClient): Promise<'/underlag' | '/mina-atgarder' | undefined> {
  const [input, measures, checks] = await Promise.all([
    queryClient.ensureQueryData(givenInputQuery),
    queryClient.ensureQueryData(givenMeasuresQuery),
    queryClient.ensureQueryData(ownChecksQuery),
  ])
  if (checks.total > 0) return undefined
  return input.total === 0 && measures.total > 0 ? '/mina-atgarder' : '/underlag'
}
