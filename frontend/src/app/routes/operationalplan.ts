import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from './root'

export const operationalPlansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verksamhetsplan',
  validateSearch: v.object({ page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)) }),
  component: lazyRouteComponent(
    () => import('@/features/operationalplan/OperationalPlansPage'),
    'OperationalPlansPage',
  ),
})

export const operationalPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verksamhetsplan/$id',
  component: lazyRouteComponent(() => import('@/features/operationalplan/OperationalPlanPage'), 'OperationalPlanPage'),
})

export const importActionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verksamhetsplan/$id/las-in',
  component: lazyRouteComponent(() => import('@/features/operationalplan/ImportActionsPage'), 'ImportActionsPage'),
})
