// The grid that figures are typed and pasted into: texts until they are read.
import { figures as t } from '@/lib/messages/indicator'
import type { Figure } from './api'
import { periodLabel, readPeriod } from './period'

export const columns = ['series', 'period', 'value', 'answers'] as const
export type GridColumn = (typeof columns)[number]
export type GridRow = Record<GridColumn, string>

export const emptyRow: GridRow = { series: '', period: '', value: '', answers: '' }

export function rowsOf(figures: readonly Figure[]): GridRow[] {
  return figures.map(({ series, periodStart, periodEnd, value, answers }) => ({
    series,
    period: periodLabel({ start: periodStart, end: periodEnd }),
    value: String(value).replace('.', ','),
    answers: answers === null ? '' : String(answers),
  }))
}

/** The grid with what was pasted at a cell: to the right and down from it, with more rows where they are needed. */
export function pastedAt(rows: readonly GridRow[], row: number, column: GridColumn, text: string): GridRow[] {
  const after = rows.map((one) => ({ ...one }))
  const first = columns.indexOf(column)
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  lines.forEach((line, down) => {
    const target = (after[row + down] ??= { ...emptyRow })
    line.split('\t').forEach((cell, across) => {
      const name = columns[first + across]
      if (name) target[name] = cell.trim()
    })
  })
  return after
}

export function readNumber(text: string): number | undefined {
  const bare = text
    .replace(/[\s%\u00a0]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
}

/** The figures that the rows say, or what is wrong with them. Empty rows say nothing. */
export function figuresOf(rows: readonly GridRow[]): { figures: Figure[]; wrong: string[] } {
  const figures: Figure[] = []
  const wrong: string[] = []
  rows.forEach((row, place) => {
    if (columns.every((column) => row[column].trim() === '')) return
    const period = readPeriod(row.period)
    const value = readNumber(row.value)
    const answers = row.answers.trim() === '' ? null : readNumber(row.answers)
    if (!period) wrong.push(t.wrongPeriod(place + 1))
    if (value === undefined) wrong.push(t.wrongValue(place + 1))
    if (answers === undefined || (answers !== null && (answers < 0 || !Number.isInteger(answers))))
      wrong.push(t.wrongAnswers(place + 1))
    if (period && value !== undefined && answers !== undefined)
      figures.push({ series: row.series.trim(), periodStart: period.start, periodEnd: period.end, value, answers })
  })
  return { figures, wrong }
}
