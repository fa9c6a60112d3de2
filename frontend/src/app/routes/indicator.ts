import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from './root'

const committeeId = v.optional(v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined))

export const indicatorsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nyckeltal',
  validateSearch: v.object({
    committeeId,
    page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
  }),
  component: lazyRouteComponent(() => import('@/features/indicator/IndicatorsPage'), 'IndicatorsPage'),
})

export const importIndicatorsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nyckeltal/las-in',
  validateSearch: v.object({ committeeId }),
  component: lazyRouteComponent(() => import('@/features/indicator/ImportIndicatorsPage'), 'ImportIndicatorsPage'),
})
