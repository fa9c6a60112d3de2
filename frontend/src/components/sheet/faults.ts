// The faults of a spreadsheet as one filters and copies them.
import type { Schema } from '@/api/client'
import { fieldProblemWords } from '@/lib/messages/problems'
import { sheet as t } from '@/lib/messages/sheet'

export type ImportFault = Schema['ImportFault']

/** The columns that have faults, each once, as they come. */
export function columnsOf(faults: readonly ImportFault[]): string[] {
  return [...new Set(faults.map(({ column }) => column ?? t.wholeRow))]
}

/** The faults as a table to paste into a spreadsheet. */
export function listOf(faults: readonly ImportFault[]): string {
  const rows = faults.map(({ row, column, code, detail }) => [
    String(row),
    column ?? t.wholeRow,
    fieldProblemWords(code),
    detail.replaceAll(/\s+/g, ' '),
  ])
  return [[t.row, t.column, t.wrong, t.value], ...rows].map((cells) => cells.join('\t')).join('\n')
}
