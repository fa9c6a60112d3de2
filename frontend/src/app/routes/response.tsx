import { createRoute, type ErrorComponentProps, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { DraftRefusedPage } from '@/features/response/DraftRefusedPage'
import { asProblem } from '@/lib/problem'
import { values } from '@/lib/messages/values'
import { PageError } from '../shell/PageError'
import { shellRoute } from './root'

type State = keyof typeof values.responseState

const states = Object.keys(values.responseState) as [State, ...State[]]
const anything = v.optional(v.fallback(v.optional(v.string()), undefined))

export const responsesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/yttranden',
  validateSearch: v.object({
    lage: v.optional(v.fallback(v.optional(v.picklist(states)), undefined)),
    namnd: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)),
    page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
  }),
  component: lazyRouteComponent(() => import('@/features/response/ResponsesPage'), 'ResponsesPage'),
})

export const registerDecidedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/yttranden/registrera',
  /** The audit, and who of those it asks has answered. */
  validateSearch: v.object({ granskning: v.pipe(v.string(), v.uuid()), adressat: v.pipe(v.string(), v.uuid()) }),
  component: lazyRouteComponent(
    () => import('@/features/response/registration/RegisterDecidedPage'),
    'RegisterDecidedPage',
  ),
})

export const responseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/yttranden/$id',
  /** `del`: the part that is written. */
  validateSearch: v.object({ del: anything }),
  component: lazyRouteComponent(() => import('../pages/ResponseWithPapersPage'), 'ResponseWithPapersPage'),
  errorComponent: Refused,
})

export const readThroughRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/yttranden/$id/genomlasning',
  component: lazyRouteComponent(() => import('@/features/response/readthrough/ReadThroughPage'), 'ReadThroughPage'),
  errorComponent: Refused,
})

export const decisionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/yttranden/$id/beslut',
  component: lazyRouteComponent(() => import('@/features/response/DecisionPage'), 'DecisionPage'),
  errorComponent: Refused,
})

function Refused(props: ErrorComponentProps) {
  return asProblem(props.error).status === 403 ? <DraftRefusedPage /> : <PageError {...props} />
}
