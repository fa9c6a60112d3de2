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

export const controlSummaryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll/sammanstallning',
  validateSearch: v.object({
    ar: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200))), undefined),
  }),
  component: lazyRouteComponent(() => import('@/features/controlplan/SummaryPage'), 'SummaryPage'),
})

export const importPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll/$id/inlasning',
  component: lazyRouteComponent(() => import('@/features/controlplan/ImportPlanPage'), 'ImportPlanPage'),
})

const plan = createRoute({
  getParentRoute: () => shellRoute,
  path: '/internkontroll/$id',
  component: lazyRouteComponent(() => import('@/features/controlplan/ControlPlanPage'), 'ControlPlanPage'),
})

const risks = createRoute({
  getParentRoute: () => plan,
  path: '/',
  validateSearch: v.object({ risk: v.optional(v.string()) }),
  component: lazyRouteComponent(() => import('../pages/PlanPages'), 'PlanRisksPage'),
})

const controls = createRoute({
  getParentRoute: () => plan,
  path: '/kontroller',
  validateSearch: v.object({ kontroll: v.optional(v.string()) }),
  component: lazyRouteComponent(() => import('../pages/PlanPages'), 'PlanControlsPage'),
})

const deviations = createRoute({
  getParentRoute: () => plan,
  path: '/avvikelser',
  component: lazyRouteComponent(() => import('../pages/PlanPages'), 'PlanDeviationsPage'),
})

const report = createRoute({
  getParentRoute: () => plan,
  path: '/avrapportering',
  component: lazyRouteComponent(() => import('@/features/controlplan/report/ReportTab'), 'ReportTab'),
})

const changes = createRoute({
  getParentRoute: () => plan,
  path: '/andringar',
  component: lazyRouteComponent(() => import('@/features/controlplan/amendments/ChangesTab'), 'ChangesTab'),
})

export const controlPlanRoute = plan.addChildren([risks, controls, deviations, report, changes])
