import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from './root'

const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200))

export const yearWheelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/arshjul',
  validateSearch: v.object({
    namnd: v.optional(v.fallback(v.optional(v.string()), undefined)),
    ar: v.optional(v.fallback(v.optional(year), undefined)),
  }),
  component: lazyRouteComponent(() => import('@/features/notice/YearWheelPage'), 'YearWheelPage'),
})
