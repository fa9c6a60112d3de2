import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { type SentSheet, sheetForm } from '@/components/sheet/useSheet'

export type OperationalPlan = Schema['OperationalPlan']
export type OperationalPlanContent = Schema['OperationalPlanContent']
export type OperationalPlanSummary = Schema['OperationalPlanSummary']
export type PlanAction = Schema['PlanAction']
export type PlanActionContent = Schema['PlanActionContent']
export type ActionReport = Schema['ActionReport']
export type NewActionReport = Schema['NewActionReport']
export type ReportPeriod = Schema['ReportPeriod']
export type Progress = Schema['Progress']

export const pageSize = 50

export function operationalPlansQuery(page: number) {
  return queryOptions({
    queryKey: ['operational-plans', 'list', page],
    queryFn: () => call(api.GET('/operational-plans', { params: { query: { page, pageSize } } })),
  })
}

export function operationalPlanQuery(id: string) {
  return queryOptions({
    queryKey: ['operational-plans', 'plan', id],
    queryFn: () => call(api.GET('/operational-plans/{id}', { params: { path: { id } } })),
  })
}

/** Puts what a change has made of a plan in the place of what was read. */
export function useChangedPlan(): (plan: OperationalPlan) => Promise<void> {
  const queryClient = useQueryClient()
  return async (plan) => {
    queryClient.setQueryData(operationalPlanQuery(plan.id).queryKey, plan)
    await queryClient.invalidateQueries({ queryKey: ['operational-plans', 'list'] })
  }
}

export function beginPlan(body: Schema['NewOperationalPlan']): Promise<OperationalPlan> {
  return call(api.POST('/operational-plans', { body }))
}

export function writePlan(id: string, body: OperationalPlanContent, version: number): Promise<OperationalPlan> {
  return call(api.PUT('/operational-plans/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deletePlan({ id, version }: OperationalPlan): Promise<unknown> {
  return call(api.DELETE('/operational-plans/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function decidePlan(
  { id, version }: OperationalPlan,
  body: Schema['NewPlanDecision'],
): Promise<OperationalPlan> {
  const params = { path: { id }, header: ifMatch(version) }
  return call(api.POST('/operational-plans/{id}/decision', { params, body }))
}

export function addAction(planId: string, body: Schema['NewPlanAction']): Promise<OperationalPlan> {
  return call(api.POST('/operational-plans/{id}/actions', { params: { path: { id: planId } }, body }))
}

export function writeAction(id: string, body: PlanActionContent, version: number): Promise<OperationalPlan> {
  return call(api.PUT('/plan-actions/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteAction({ id, version }: PlanAction): Promise<OperationalPlan> {
  return call(api.DELETE('/plan-actions/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function reportAction(actionId: string, body: NewActionReport): Promise<PlanAction> {
  return call(api.POST('/plan-actions/{id}/reports', { params: { path: { id: actionId } }, body }))
}

export function importActions({ id, version }: OperationalPlan, sent: SentSheet): Promise<Schema['SheetImport']> {
  const params = { path: { id }, header: ifMatch(version) }
  const body = { preview: sent.preview, file: '' }
  return call(api.POST('/operational-plans/{id}/import', { params, body, bodySerializer: () => sheetForm(sent) }))
}

export function exportAddress(id: string): string {
  return `/api/v1/operational-plans/${id}/export`
}
