import { api, call, type Schema } from '@/api/client'

export type FollowupImport = Schema['FollowupImport']
export type ImportField = Schema['ImportField']
export type ImportFault = Schema['ImportFault']
export type ImportColumn = Schema['ImportColumn']

/** What the person has said that columns hold, by their heads; null leaves one out. */
export type ChosenColumns = Readonly<Record<string, ImportField | null>>

export const templateAddress = '/api/v1/followup-imports/template'

/** What a file holds; with `preview` false it is stored too, when nothing is wrong. The fields stand before the file. */
export function importFollowup(file: File, columns: ChosenColumns, preview: boolean): Promise<FollowupImport> {
  const form = new FormData()
  form.append('preview', String(preview))
  form.append('columns', JSON.stringify(columns))
  form.append('file', file, file.name)
  return call(api.POST('/followup-imports', { body: { preview, file: '' }, bodySerializer: () => form }))
}
