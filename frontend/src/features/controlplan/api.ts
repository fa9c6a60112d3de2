import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'

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
