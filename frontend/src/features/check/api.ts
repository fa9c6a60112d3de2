import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Check = Schema['Check']
export type CheckContent = Schema['CheckContent']
export type CheckSummary = Schema['CheckSummary']
export type CheckState = Schema['CheckState']
export type CheckOutcome = Schema['CheckOutcome']
export type Draw = Schema['Draw']
export type DrawnRow = Schema['DrawnRow']
export type DrawnRowResult = Schema['DrawnRowResult']
export type Deviation = Schema['Deviation']
export type DeviationContent = Schema['DeviationContent']
export type DeviationState = Schema['DeviationState']
export type DeviationSummary = Schema['DeviationSummary']
export type ChecksAsked = NonNullable<paths['/checks']['get']['parameters']['query']>
export type DeviationsAsked = NonNullable<paths['/deviations']['get']['parameters']['query']>

export const pageSize = 50

export function checksQuery(asked: ChecksAsked) {
  return queryOptions({
    queryKey: ['checks', 'list', asked],
    queryFn: () => call(api.GET('/checks', { params: { query: { ...asked, pageSize } } })),
  })
}

/** The reader's own checks; for the menu, how many there are. */
export const ownChecksQuery = checksQuery({ mine: true, page: 1 })

export function checkQuery(id: string) {
  return queryOptions({ queryKey: ['checks', 'check', id], queryFn: () => rereadCheck(id) })
}

/** The check as it is now, past what is remembered. */
export function rereadCheck(id: string): Promise<Check> {
  return call(api.GET('/checks/{id}', { params: { path: { id } } }))
}

export function deviationsQuery(asked: DeviationsAsked) {
  return queryOptions({
    queryKey: ['checks', 'deviations', asked],
    queryFn: () => call(api.GET('/deviations', { params: { query: { ...asked, pageSize } } })),
  })
}

export function deviationQuery(id: string) {
  return queryOptions({
    queryKey: ['checks', 'deviation', id],
    queryFn: () => call(api.GET('/deviations/{id}', { params: { path: { id } } })),
  })
}

/** Shows everywhere what has changed: the thing itself, the lists, the plan. */
export function useChanged(): (changed?: { check?: Check; deviation?: Deviation }) => Promise<unknown> {
  const queryClient = useQueryClient()
  return ({ check, deviation } = {}) => {
    if (check) queryClient.setQueryData(checkQuery(check.id).queryKey, check)
    if (deviation) queryClient.setQueryData(deviationQuery(deviation.id).queryKey, deviation)
    return Promise.all([
      queryClient.invalidateQueries({ queryKey: ['checks'] }),
      queryClient.invalidateQueries({ queryKey: ['control-plans'], refetchType: 'none' }),
    ])
  }
}

export function writeCheck(id: string, body: CheckContent, version: number): Promise<Check> {
  return call(api.PUT('/checks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function completeCheck(id: string, on: string, content: CheckContent, version: number): Promise<Check> {
  return call(
    api.POST('/checks/{id}/completion', {
      params: { path: { id }, header: ifMatch(version) },
      body: { on, content },
    }),
  )
}

export function reopenCheck({ id, version }: Check, reason: string): Promise<Check> {
  return call(
    api.POST('/checks/{id}/reopening', { params: { path: { id }, header: ifMatch(version) }, body: { reason } }),
  )
}

export function giveCheck({ id, version }: Check, personId: string | null): Promise<Check> {
  return call(
    api.PUT('/checks/{id}/person', { params: { path: { id }, header: ifMatch(version) }, body: { personId } }),
  )
}

export function deleteCheck({ id, version }: Check): Promise<undefined> {
  return call(api.DELETE('/checks/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export interface Drawing {
  file: File
  heads: boolean
  seed: string
  size: number
}

/** The list goes to the server to be drawn from, and is not kept there. */
export function drawSample(id: string, { file, heads, seed, size }: Drawing, version: number): Promise<Check> {
  const form = new FormData()
  form.append('seed', seed)
  form.append('size', String(size))
  form.append('heads', String(heads))
  form.append('file', file, file.name)
  return call(
    api.PUT('/checks/{id}/draw', {
      params: { path: { id }, header: ifMatch(version) },
      // The contract's form, as the browser sends it.
      body: form as unknown as { seed: string; size: number; heads: boolean; file: string },
      bodySerializer: () => form,
    }),
  )
}

export function noteDeviation(checkId: string, id: string, content: DeviationContent): Promise<Deviation> {
  return call(api.POST('/checks/{id}/deviations', { params: { path: { id: checkId } }, body: { id, content } }))
}

export function writeDeviation(id: string, body: DeviationContent, version: number): Promise<Deviation> {
  return call(api.PUT('/deviations/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function deleteDeviation({ id, version }: Deviation): Promise<undefined> {
  return call(api.DELETE('/deviations/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function reportDeviation({ id, version }: Deviation, body: Schema['DeviationProgress']): Promise<Deviation> {
  return call(api.POST('/deviations/{id}/progress', { params: { path: { id }, header: ifMatch(version) }, body }))
}

export function recheckDeviation({ id, version }: Deviation, body: Schema['NewRecheck']): Promise<Deviation> {
  return call(api.POST('/deviations/{id}/rechecks', { params: { path: { id }, header: ifMatch(version) }, body }))
}
