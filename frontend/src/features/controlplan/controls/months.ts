import { months } from '@/lib/messages/common'
import type { Occurrence } from './schedule'

/** "september", or "januari 2027" where it is of another year than the plan's. */
export function monthWord(month: string, planYear: number): string {
  const [year, number] = month.split('-').map(Number)
  const word = months[(number ?? 1) - 1] ?? ''
  return year === planYear ? word : `${word} ${year}`
}

/** A period by its first and last month: "januari–mars". */
export function periodWords(occurrence: Pick<Occurrence, 'periodStart' | 'periodEnd'>, planYear: number): string {
  const from = monthWord(occurrence.periodStart.slice(0, 7), planYear)
  const to = monthWord(occurrence.periodEnd.slice(0, 7), planYear)
  return from === to ? to : `${from}–${to}`
}
