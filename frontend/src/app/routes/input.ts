import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from './root'

export const inputRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/underlag',
  component: lazyRouteComponent(() => import('@/features/input/InputPage'), 'InputPage'),
})
