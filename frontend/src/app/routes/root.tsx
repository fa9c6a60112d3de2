import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '@/api/session'
import { asProblem } from '@/lib/problem'
import { NotFoundPage } from '../shell/NotFoundPage'
import { ShellError } from '../shell/PageError'
import { Shell } from '../shell/Shell'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet })

/** Every page for somebody who is signed in: the parent of all routes but the sign-in page. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  errorComponent: ShellError,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery)
    } catch (error) {
      if (asProblem(error).status !== 401) throw error
      redirect({ to: '/logga-in', search: location.href === '/' ? {} : { till: location.href }, throw: true })
    }
  },
})

/** Every address that no other route knows: told inside the shell, so that the menu is there. */
export const notFoundRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })
