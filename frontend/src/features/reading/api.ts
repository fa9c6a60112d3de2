import { api, call, type Schema } from '@/api/client'

export type Reading = Schema['Reading']
export type VerdictReading = Schema['VerdictReading']

/** Reads one or several files of one audit: the report, its cover letter; with their text. Nothing is stored. */
export function readReport(files: readonly File[], signal: AbortSignal): Promise<Reading> {
  const params = { query: { source: true } }
  return call(api.POST('/readings', { params, body: { file: [] }, bodySerializer: () => formOf(files), signal }))
}

/** Reads what a follow-up audit found of earlier recommendations. Nothing is stored. */
export function readVerdicts(files: readonly File[], signal: AbortSignal): Promise<VerdictReading> {
  return call(api.POST('/verdict-readings', { body: { file: [] }, bodySerializer: () => formOf(files), signal }))
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return form
}
