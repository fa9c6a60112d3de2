// Every page's address, in Swedish since people see them. One file for each capability beside this one: it names the
// addresses, the search parameters (with a valibot schema, so that a list's filter, order and page live in the address)
// and the page, loaded when it is first needed. Features link to pages by address and never import each other.
import { auditRoute, auditsRoute, correctAuditRoute, registerAuditRoute, registerByHandRoute } from './audit'
import { checkRoute, checksRoute, deviationRoute, deviationsRoute } from './check'
import {
  commonRisksRoute,
  controlPlanRoute,
  controlPlansRoute,
  controlSummaryRoute,
  importPlanRoute,
} from './controlplan'
import {
  assignmentRoute,
  assignmentsRoute,
  backlogRoute,
  criticismsRoute,
  editRoundRoute,
  givenMeasuresRoute,
  newRoundRoute,
  overviewRoute,
  readVerdictsRoute,
  roundRoute,
  roundsRoute,
} from './followup'
import { accountRoute, signInRoute } from './identity'
import { importIndicatorsRoute, indicatorsRoute } from './indicator'
import { inputRoute } from './input'
import { yearWheelRoute } from './notice'
import { importActionsRoute, operationalPlanRoute, operationalPlansRoute } from './operationalplan'
import { administrationRoute } from './organization'
import { decisionRoute, readThroughRoute, registerDecidedRoute, responseRoute, responsesRoute } from './response'
import { notFoundRoute, rootRoute, shellRoute } from './root'
import { startRoute } from './start'

export const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    startRoute,
    auditsRoute,
    registerAuditRoute,
    registerByHandRoute,
    auditRoute,
    correctAuditRoute,
    responsesRoute,
    registerDecidedRoute,
    responseRoute,
    readThroughRoute,
    decisionRoute,
    inputRoute,
    assignmentsRoute,
    readVerdictsRoute,
    backlogRoute,
    assignmentRoute,
    overviewRoute,
    givenMeasuresRoute,
    controlPlansRoute,
    commonRisksRoute,
    controlPlanRoute,
    checksRoute,
    checkRoute,
    deviationsRoute,
    deviationRoute,
    yearWheelRoute,
    operationalPlansRoute,
    operationalPlanRoute,
    importActionsRoute,
    controlSummaryRoute,
    importPlanRoute,
    indicatorsRoute,
    importIndicatorsRoute,
    roundsRoute,
    newRoundRoute,
    roundRoute,
    editRoundRoute,
    criticismsRoute,
    administrationRoute,
    accountRoute,
    notFoundRoute,
  ]),
])
