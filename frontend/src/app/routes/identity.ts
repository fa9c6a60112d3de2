import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { SignInPage } from '@/features/identity/SignInPage'
import { rootRoute, shellRoute } from './root'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logga-in',
  /** `till`: where to go afterwards; an address within this site. */
  validateSearch: v.object({ till: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\/(?![/\\])/)), '/')) }),
  component: SignInPage,
})

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/konto',
  component: lazyRouteComponent(() => import('@/features/identity/AccountPage'), 'AccountPage'),
})
