import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { checkSearch, deviationSearch } from '@/features/check/search'
import { shellRoute } from './root'

export const checksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kontroller',
  validateSearch: checkSearch,
  component: lazyRouteComponent(() => import('../pages/CheckPages'), 'ControlChecksPage'),
})

export const checkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kontroller/$id',
  component: lazyRouteComponent(() => import('../pages/CheckPages'), 'PerformCheckPage'),
})

export const deviationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kontrollavvikelser',
  validateSearch: deviationSearch,
  component: lazyRouteComponent(() => import('../pages/CheckPages'), 'ControlDeviationsPage'),
})

export const deviationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kontrollavvikelser/$id',
  component: lazyRouteComponent(() => import('../pages/CheckPages'), 'RemedyDeviationPage'),
})
