import { api, call, type Schema } from '@/api/client'

export type Reading = Schema['Reading']

/** Reads one or several files of one audit: the report, its cover letter. Nothing is stored. */
export function readReport(files: readonly File[], signal: AbortSignal): Promise<Reading> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return call(api.POST('/readings', { body: { file: [] }, bodySerializer: () => form, signal }))
}
