import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import { type SentSheet, sheetForm } from '@/components/sheet/useSheet'

export type Indicator = Schema['Indicator']
export type IndicatorContent = Schema['IndicatorContent']
export type IndicatorSubject = Schema['IndicatorSubject']
export type IndicatorThing = Schema['IndicatorThing']
export type Figure = Schema['Figure']

export const pageSize = 20

export function indicatorsQuery(committeeId: string | undefined, page: number) {
  return queryOptions({
    queryKey: ['indicators', 'list', committeeId ?? null, page],
    queryFn: () => call(api.GET('/indicators', { params: { query: { committeeId, page, pageSize } } })),
  })
}

export function indicatorsOfQuery(subject: IndicatorThing, subjectId: string) {
  return queryOptions({
    queryKey: ['indicators', 'of', subject, subjectId],
    queryFn: () => call(api.GET('/indicators', { params: { query: { subject, subjectId, pageSize: 50 } } })),
  })
}

export function indicatorQuery(id: string) {
  return queryOptions({
    queryKey: ['indicators', 'one', id],
    queryFn: () => call(api.GET('/indicators/{id}', { params: { path: { id } } })),
  })
}

export function addIndicator(body: Schema['NewIndicator']): Promise<Indicator> {
  return call(api.POST('/indicators', { body }))
}

export function writeIndicator(id: string, body: IndicatorContent, version: number): Promise<Indicator> {
  return call(api.PUT('/indicators/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function writeFigures({ id, version }: Indicator, figures: Figure[]): Promise<Indicator> {
  const params = { path: { id }, header: ifMatch(version) }
  return call(api.PUT('/indicators/{id}/figures', { params, body: { figures } }))
}

export function deleteIndicator({ id, version }: Indicator): Promise<unknown> {
  return call(api.DELETE('/indicators/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function importIndicators(committeeId: string, sent: SentSheet): Promise<Schema['SheetImport']> {
  const params = { path: { id: committeeId } }
  const body = { preview: sent.preview, file: '' }
  return call(api.POST('/committees/{id}/indicator-import', { params, body, bodySerializer: () => sheetForm(sent) }))
}

export function exportAddress(committeeId: string): string {
  return `/api/v1/committees/${committeeId}/indicator-export`
}

export interface PlanThing extends IndicatorSubject {
  name: string
  year: number
}

/** The risks and controls of a committee's two latest control plans that the reader may read. */
export function planThingsQuery(committeeId: string) {
  return queryOptions({
    queryKey: ['control-plans', 'things', committeeId],
    queryFn: async () => {
      const { items } = await call(api.GET('/control-plans', { params: { query: { committeeId, pageSize: 50 } } }))
      const latest = items.filter(({ mayRead }) => mayRead).slice(0, 2)
      return Promise.all(latest.map(({ id }) => call(api.GET('/control-plans/{id}', { params: { path: { id } } }))))
    },
  })
}
