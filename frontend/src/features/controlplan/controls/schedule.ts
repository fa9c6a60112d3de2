// When a control is checked, as the server plans it: by periods that follow one another, also across New Year.
import { CalendarDate, endOfMonth } from '@internationalized/date'
import type { ControlContent, Frequency } from '../api'

export type Schedule = Pick<ControlContent, 'frequency' | 'firstMonth' | 'plannedOffset' | 'lastOffset'>

export interface Occurrence {
  periodStart: string
  periodEnd: string
  plannedOn: string
  lastOn: string
}

/** Months from one period's end to the next one's; 0 where no period follows another. */
const monthsBetween: Record<Frequency, number> = {
  continuous: 12,
  monthly: 1,
  quarterly: 3,
  four_monthly: 4,
  half_yearly: 6,
  yearly: 12,
  once: 0,
  on_event: 0,
}

/** What fits most controls of a frequency: time to collect what is checked after its period, and some days to spare. */
const usual: Record<Frequency, Omit<Schedule, 'frequency'>> = {
  continuous: { firstMonth: 12, plannedOffset: 0, lastOffset: 31 },
  monthly: { firstMonth: 1, plannedOffset: 10, lastOffset: 20 },
  quarterly: { firstMonth: 3, plannedOffset: 15, lastOffset: 30 },
  four_monthly: { firstMonth: 4, plannedOffset: 15, lastOffset: 30 },
  half_yearly: { firstMonth: 6, plannedOffset: 15, lastOffset: 30 },
  yearly: { firstMonth: 10, plannedOffset: 0, lastOffset: 30 },
  once: { firstMonth: 6, plannedOffset: 0, lastOffset: 30 },
  on_event: { firstMonth: 12, plannedOffset: 0, lastOffset: 30 },
}

export function usualSchedule(frequency: Frequency): Schedule {
  return { frequency, ...usual[frequency] }
}

/** The months that a control's first period may end with; one alone where there is nothing to choose. */
export function firstMonths(frequency: Frequency): number[] {
  if (frequency === 'continuous' || frequency === 'on_event') return [12]
  return Array.from({ length: monthsBetween[frequency] || 12 }, (_, place) => place + 1)
}

export function hasPeriods(frequency: Frequency): boolean {
  return frequency !== 'on_event'
}

/** The checks of a year, by period. */
export function occurrencesOf(schedule: Schedule, year: number): Occurrence[] {
  return periodsOf(schedule, year).map(({ start, end }) => ({
    periodStart: start.toString(),
    periodEnd: end.toString(),
    plannedOn: end.add({ days: schedule.plannedOffset }).toString(),
    lastOn: end.add({ days: schedule.lastOffset }).toString(),
  }))
}

function periodsOf({ frequency, firstMonth }: Schedule, year: number) {
  if (frequency === 'on_event') return []
  if (frequency === 'once') return [{ start: new CalendarDate(year, 1, 1), end: lastOf(year, firstMonth) }]
  const between = monthsBetween[frequency]
  const first = frequency === 'continuous' ? 12 : firstMonth
  const ends = []
  for (let month = first; month <= 12; month += between) ends.push(lastOf(year, month))
  return ends.map((end) => ({ start: endOfMonth(end.subtract({ months: between })).add({ days: 1 }), end }))
}

function lastOf(year: number, month: number): CalendarDate {
  return endOfMonth(new CalendarDate(year, month, 1))
}
