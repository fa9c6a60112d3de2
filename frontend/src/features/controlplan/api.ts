import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { type SentSheet, sheetForm } from '@/components/sheet/useSheet'

export type ControlPlan = Schema['ControlPlan']
export type ControlPlanSummary = Schema['ControlPlanSummary']
export type NewControlPlan = Schema['NewControlPlan']
export type Risk = Schema['Risk']
export type RiskContent = Schema['RiskContent']
export type RiskPoint = Schema['RiskPoint']
export type RiskValue = Schema['RiskValue']
export type NewRisk = Schema['NewRisk']
export type RiskScaleContent = Schema['RiskScaleContent']
export type RiskLevel = Schema['RiskLevel']
export type Treatment = Schema['Treatment']
export type Control = Schema['Control']
export type ControlContent = Schema['ControlContent']
export type Frequency = Schema['Frequency']
export type CheckMark = Schema['CheckMark']
export type CheckOutcome = Schema['CheckOutcome']
export type Decision = Schema['Decision']
export type NewPlanDecision = Schema['NewPlanDecision']
export type Amendment = Schema['Amendment']
export type AmendmentContent = Schema['AmendmentContent']
export type ControlChange = Schema['ControlChange']
export type PlanReportContent = Schema['PlanReportContent']
export type PlanDocumentPart = Schema['PlanDocumentPart']
export type PlanDocumentFormat = Schema['PlanDocumentFormat']
export type SheetImport = Schema['SheetImport']
export type CommitteeControl = Schema['CommitteeControl']
export type CommonRisk = Schema['CommonRisk']
export type CommonRiskContent = Schema['CommonRiskContent']

/** Which of a risk's three values. */
export type Which = 'inherent' | 'current' | 'target'

export const pageSize = 50

export function controlPlansQuery(page: number) {
  return queryOptions({
    queryKey: ['control-plans', 'list', page],
    queryFn: () => call(api.GET('/control-plans', { params: { query: { page, pageSize } } })),
  })
}

/** A committee's plans, the latest year first. */
export function plansOfCommitteeQuery(committeeId: string) {
  return queryOptions({
    queryKey: ['control-plans', 'list', 'of', committeeId],
    queryFn: () => call(api.GET('/control-plans', { params: { query: { committeeId, pageSize: 200 } } })),
    select: (page) => page.items,
  })
}

export function controlPlanQuery(id: string) {
  return queryOptions({
    queryKey: ['control-plans', 'plan', id],
    queryFn: () => call(api.GET('/control-plans/{id}', { params: { path: { id } } })),
  })
}

export function beginControlPlan(body: NewControlPlan): Promise<ControlPlan> {
  return call(api.POST('/control-plans', { body }))
}

export function deleteControlPlan({ id, version }: ControlPlan): Promise<unknown> {
  return call(api.DELETE('/control-plans/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function addRisk(planId: string, body: NewRisk): Promise<ControlPlan> {
  return call(api.POST('/control-plans/{id}/risks', { params: { path: { id: planId } }, body }))
}

export function writeRisk(id: string, body: RiskContent, version: number): Promise<ControlPlan> {
  return call(api.PUT('/risks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteRisk({ id, version }: Risk): Promise<ControlPlan> {
  return call(api.DELETE('/risks/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function writeControlPlan(
  { id, version }: Pick<ControlPlan, 'id' | 'version'>,
  body: ControlPlan['content'],
): Promise<ControlPlan> {
  return call(api.PUT('/control-plans/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function addControl(planId: string, id: string, content: ControlContent): Promise<ControlPlan> {
  return call(api.POST('/control-plans/{id}/controls', { params: { path: { id: planId } }, body: { id, content } }))
}

export function writeControl(id: string, body: ControlContent, version: number): Promise<ControlPlan> {
  return call(api.PUT('/controls/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteControl({ id, version }: Control): Promise<ControlPlan> {
  return call(api.DELETE('/controls/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function decidePlan({ id, version }: ControlPlan, body: NewPlanDecision): Promise<ControlPlan> {
  return call(api.POST('/control-plans/{id}/decision', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function beginAmendment(planId: string, id: string, content: AmendmentContent): Promise<ControlPlan> {
  return call(api.POST('/control-plans/{id}/amendments', { params: { path: { id: planId } }, body: { id, content } }))
}

export function writeAmendment(id: string, body: AmendmentContent, version: number): Promise<ControlPlan> {
  return call(api.PUT('/amendments/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteAmendment({ id, version }: Amendment): Promise<ControlPlan> {
  return call(api.DELETE('/amendments/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function decideAmendment({ id, version }: Amendment, body: NewPlanDecision): Promise<ControlPlan> {
  return call(api.POST('/amendments/{id}/decision', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function writeReport(planId: string, body: PlanReportContent, version: number): Promise<ControlPlan> {
  return call(
    api.PUT('/control-plans/{id}/report', { params: { path: { id: planId }, header: ifMatch(version) }, body }),
  )
}

export function decideReport({ id, version }: ControlPlan, body: NewPlanDecision): Promise<ControlPlan> {
  return call(
    api.POST('/control-plans/{id}/report-decision', { params: { path: { id }, header: ifMatch(version) }, body }),
  )
}

/** An event that a control is to be checked at. */
export function addCheck(controlId: string, body: Schema['NewCheck']): Promise<Schema['Check']> {
  return call(api.POST('/controls/{id}/checks', { params: { path: { id: controlId } }, body }))
}

/** The committee's draft of an operational plan for the year, where there is one. */
export function operationalDraftQuery(committeeId: string, year: number) {
  return queryOptions({
    queryKey: ['operational-plans', 'draft', committeeId, year],
    queryFn: () => call(api.GET('/operational-plans', { params: { query: { committeeId, year } } })),
    select: (page) => page.items.find(({ state }) => state === 'draft'),
  })
}

export function summaryQuery(year: number) {
  return queryOptions({
    queryKey: ['control-plans', 'summary', year],
    queryFn: () => call(api.GET('/control-summary', { params: { query: { year } } })),
  })
}

export function importPlan({ id, version }: ControlPlan, sent: SentSheet): Promise<SheetImport> {
  const body = { preview: sent.preview, file: '' }
  return call(
    api.POST('/control-plans/{id}/import', {
      params: { path: { id }, header: ifMatch(version) },
      body,
      bodySerializer: () => sheetForm(sent),
    }),
  )
}

/** The plan, an amendment or the report as a document; of a decision, as it was kept then. */
export function planDocumentAddress(
  id: string,
  part: PlanDocumentPart,
  format: PlanDocumentFormat,
  decisionId?: string,
): string {
  const query = new URLSearchParams({ part, format, ...(decisionId !== undefined && { decisionId }) })
  return `/api/v1/control-plans/${id}/document?${query.toString()}`
}

export function summaryAddress(year: number, format: PlanDocumentFormat): string {
  return `/api/v1/control-summary/export?year=${year}&format=${format}`
}

export const riskScaleQuery = queryOptions({
  queryKey: ['risk-scale'],
  queryFn: () => call(api.GET('/risk-scale')),
})

export function updateRiskScale(body: RiskScaleContent, version: number): Promise<Schema['RiskScale']> {
  return call(api.PUT('/risk-scale', { params: { header: ifMatch(version) }, body }))
}

export function commonRisksQuery(page: number) {
  return queryOptions({
    queryKey: ['common-risks', page],
    queryFn: () => call(api.GET('/common-risks', { params: { query: { page, pageSize } } })),
  })
}

export function addCommonRisk(id: string, content: CommonRiskContent): Promise<CommonRisk> {
  return call(api.POST('/common-risks', { body: { id, content } }))
}

export function updateCommonRisk(id: string, body: CommonRiskContent, version: number): Promise<CommonRisk> {
  return call(api.PUT('/common-risks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteCommonRisk({ id, version }: CommonRisk): Promise<unknown> {
  return call(api.DELETE('/common-risks/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}
