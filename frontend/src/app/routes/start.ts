import { createRoute, redirect } from '@tanstack/react-router'
import { onlyContributes, sessionQuery } from '@/api/session'
import { StartPage } from '@/features/start/StartPage'
import { shellRoute } from './root'

export const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: StartPage,
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (onlyContributes(session)) redirect({ to: '/underlag', throw: true })
  },
})
