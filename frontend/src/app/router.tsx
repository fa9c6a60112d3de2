import { createRouter } from '@tanstack/react-router'
import { Skeleton } from '@/components/Skeleton'
import { queryClient } from './queryClient'
import { routeTree } from './routes'
import { NotFoundPage } from './shell/NotFoundPage'
import { PageError } from './shell/PageError'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPendingComponent: () => <Skeleton />,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** The recommendations that were picked where one comes from, by their assignments' ids. */
    picked?: string[]
  }
}
