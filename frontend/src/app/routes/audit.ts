import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from './root'

const sorts = ['reportDate', '-reportDate', 'title', '-title', 'responseDue', '-responseDue'] as const

export const auditsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/granskningar',
  validateSearch: v.object({
    q: v.optional(v.fallback(v.optional(v.string()), undefined)),
    namnd: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)),
    bekraftad: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
    sortering: v.optional(v.fallback(v.optional(v.picklist(sorts)), undefined)),
    page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
  }),
  component: lazyRouteComponent(() => import('@/features/audit/AuditsPage'), 'AuditsPage'),
})

export const registerAuditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/granskningar/ny',
  component: lazyRouteComponent(() => import('../pages/RegisterAuditPage'), 'RegisterAuditPage'),
})

export const registerByHandRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/granskningar/ny/for-hand',
  component: lazyRouteComponent(() => import('@/features/audit/RegisterByHandPage'), 'RegisterByHandPage'),
})

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/granskningar/$id',
  component: lazyRouteComponent(() => import('../pages/WholeAuditPage'), 'WholeAuditPage'),
})

export const correctAuditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/granskningar/$id/andra',
  component: lazyRouteComponent(() => import('@/features/audit/CorrectAuditPage'), 'CorrectAuditPage'),
})
