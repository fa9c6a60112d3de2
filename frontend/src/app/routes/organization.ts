import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { AdministrationLayout } from '../shell/AdministrationLayout'
import { shellRoute } from './root'

const page = v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1))

const layout = createRoute({
  getParentRoute: () => shellRoute,
  path: '/administration',
  component: AdministrationLayout,
})

const organization = createRoute({
  getParentRoute: () => layout,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/organization/OrganizationPage'), 'OrganizationPage'),
})

const committees = createRoute({
  getParentRoute: () => layout,
  path: '/namnder',
  component: lazyRouteComponent(() => import('@/features/organization/CommitteesPage'), 'CommitteesPage'),
})

const committee = createRoute({
  getParentRoute: () => layout,
  path: '/namnder/$id',
  component: lazyRouteComponent(() => import('@/features/organization/CommitteePage'), 'CommitteePage'),
})

const meetings = createRoute({
  getParentRoute: () => layout,
  path: '/namnder/$id/sammantraden',
  validateSearch: v.object({ tidigare: v.optional(v.fallback(v.boolean(), false)) }),
  component: lazyRouteComponent(() => import('@/features/organization/MeetingsPage'), 'MeetingsPage'),
})

const administrations = createRoute({
  getParentRoute: () => layout,
  path: '/forvaltningar',
  component: lazyRouteComponent(() => import('@/features/organization/AdministrationsPage'), 'AdministrationsPage'),
})

const memorandumTemplate = createRoute({
  getParentRoute: () => layout,
  path: '/tjansteskrivelse',
  component: lazyRouteComponent(
    () => import('@/features/organization/MemorandumTemplatePage'),
    'MemorandumTemplatePage',
  ),
})

const riskScale = createRoute({
  getParentRoute: () => layout,
  path: '/riskskala',
  component: lazyRouteComponent(() => import('@/features/controlplan/RiskScalePage'), 'RiskScalePage'),
})

const mail = createRoute({
  getParentRoute: () => layout,
  path: '/utskick',
  validateSearch: v.object({
    lage: v.optional(v.fallback(v.optional(v.picklist(['waiting', 'sent', 'dead'])), undefined)),
    page,
  }),
  component: lazyRouteComponent(() => import('@/features/notice/MailPage'), 'MailPage'),
})

const people = createRoute({
  getParentRoute: () => layout,
  path: '/personer',
  validateSearch: v.object({ q: v.optional(v.fallback(v.string(), '')), page }),
  component: lazyRouteComponent(() => import('@/features/identity/PeoplePage'), 'PeoplePage'),
})

export const administrationRoute = layout.addChildren([
  organization,
  committees,
  committee,
  meetings,
  administrations,
  memorandumTemplate,
  riskScale,
  people,
  mail,
])
