import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from './root'

const paged = v.object({ page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)) })

export const controlPlansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll',
  validateSearch: paged,
  component: lazyRouteComponent(() => import('@/features/controlplan/ControlPlansPage'), 'ControlPlansPage'),
})

export const commonRisksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll/gemensamma',
  validateSearch: paged,
  component: lazyRouteComponent(() => import('@/features/controlplan/CommonRisksPage'), 'CommonRisksPage'),
})

export const controlPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll/$id',
  component: lazyRouteComponent(() => import('@/features/controlplan/ControlPlanPage'), 'ControlPlanPage'),
})
