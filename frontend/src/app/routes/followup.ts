import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { assignmentSearch, criticismSearch, overviewSearch } from '@/features/followup/search'
import * as v from 'valibot'
import { shellRoute } from './root'

export const assignmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rekommendationer',
  validateSearch: assignmentSearch,
  component: lazyRouteComponent(() => import('@/features/followup/AssignmentsPage'), 'AssignmentsPage'),
})

export const readVerdictsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rekommendationer/uppfoljande-granskning',
  component: lazyRouteComponent(() => import('../pages/ReadVerdictsPage'), 'ReadVerdictsPage'),
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

const page = v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1))

export const roundsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uppfoljningar',
  validateSearch: v.object({ page }),
  component: lazyRouteComponent(() => import('@/features/followup/rounds/RoundsPage'), 'RoundsPage'),
})

export const newRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uppfoljningar/ny',
  validateSearch: assignmentSearch,
  component: lazyRouteComponent(() => import('@/features/followup/rounds/NewRoundPage'), 'NewRoundPage'),
})

export const roundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uppfoljningar/$id',
  component: lazyRouteComponent(() => import('@/features/followup/rounds/RoundPage'), 'RoundPage'),
})

export const editRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uppfoljningar/$id/andra',
  validateSearch: assignmentSearch,
  component: lazyRouteComponent(() => import('@/features/followup/rounds/EditRoundPage'), 'EditRoundPage'),
})

export const criticismsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kritik',
  validateSearch: criticismSearch,
  component: lazyRouteComponent(() => import('@/features/followup/criticism/CriticismsPage'), 'CriticismsPage'),
})
