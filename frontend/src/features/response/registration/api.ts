import { queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import type { Response } from '../api'
import type { Registration } from './draft'
import type { ResponseReading } from './fromReading'

/** The audit that is answered. */
export function answeredAuditQuery(id: string) {
  return queryOptions({
    queryKey: ['audits', id],
    queryFn: () => call(api.GET('/audits/{id}', { params: { path: { id } } })),
  })
}

export type Addressee = Schema['Addressee']
export type Audit = Schema['Audit']

/** Reads a decided response. Nothing is stored. */
export function readDecided(file: File, signal: AbortSignal): Promise<ResponseReading> {
  const form = new FormData()
  form.append('file', file, file.name)
  return call(api.POST('/response-readings', { body: { file: [] }, bodySerializer: () => form, signal }))
}

export function registerDecided(registration: Registration): Promise<Response> {
  return call(api.POST('/registered-responses', { body: registration }))
}

/** Keeps the PDF that was decided, as it is. */
export function setOriginal({ id, version }: Pick<Response, 'id' | 'version'>, file: File): Promise<Response> {
  const form = new FormData()
  form.append('file', file, file.name)
  return call(
    api.PUT('/responses/{id}/original', {
      params: { path: { id }, header: ifMatch(version) },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  )
}

const largest = 50 * 1024 * 1024

/** Why a file cannot be the original; undefined when it may be. What it is, its content says. */
export async function refusalOf(file: File): Promise<'notPDF' | 'tooLarge' | undefined> {
  if (file.size > largest) return 'tooLarge'
  const beginning = await file.slice(0, 1024).text()
  return beginning.includes('%PDF-') ? undefined : 'notPDF'
}
