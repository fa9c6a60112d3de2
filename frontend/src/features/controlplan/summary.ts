import type { CommitteeControl } from './api'

/** The summary's figures, in the order in which they are shown. */
export const figures = [
  'controls',
  'checks',
  'noDeviation',
  'minorDeviation',
  'majorDeviation',
  'notPerformed',
  'missed',
  'ahead',
  'deviations',
] as const

export type Figure = (typeof figures)[number]

/** All committees together. */
export function totalOf(rows: readonly CommitteeControl[]): Record<Figure | 'openDeviations', number> {
  const sum = (figure: Figure | 'openDeviations') => rows.reduce((total, row) => total + row[figure], 0)
  const of = Object.fromEntries(figures.map((figure) => [figure, sum(figure)])) as Record<Figure, number>
  return { ...of, openDeviations: sum('openDeviations') }
}
