import { api, call, type Schema } from '@/api/client'
import { type SentSheet, sheetForm } from '@/components/sheet/useSheet'

export type FollowupImport = Schema['FollowupImport']
export type ImportField = Schema['ImportField']
export type ImportColumn = Schema['ImportColumn']

export const templateAddress = '/api/v1/followup-imports/template'

/** What a file holds; without `preview` it is stored too, when nothing is wrong. */
export function importFollowup(sent: SentSheet): Promise<FollowupImport> {
  const body = { preview: sent.preview, file: '' }
  return call(api.POST('/followup-imports', { body, bodySerializer: () => sheetForm(sent) }))
}
