import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { assignmentSearch, overviewSearch } from '@/features/followup/search'
import { shellRoute } from './root'

export const assignmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rekommendationer',
  validateSearch: assignmentSearch,
  component: lazyRouteComponent(() => import('@/features/followup/AssignmentsPage'), 'AssignmentsPage'),
})

export const backlogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rekommendationer/las-in',
  component: lazyRouteComponent(() => import('@/features/followup/backlog/BacklogPage'), 'BacklogPage'),
})

export const assignmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rekommendationer/$id',
  component: lazyRouteComponent(() => import('../pages/FollowAssignmentPage'), 'FollowAssignmentPage'),
})

export const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/oversikt',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('@/features/followup/OverviewPage'), 'OverviewPage'),
})

export const givenMeasuresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mina-atgarder',
  component: lazyRouteComponent(() => import('@/features/followup/GivenMeasuresPage'), 'GivenMeasuresPage'),
})
