import type { ReportPeriod } from './api'

/** The report that is mostly written at a day: each some months after the period it is about has ended. */
export function periodOf(day: string): ReportPeriod {
  const month = Number(day.slice(5, 7))
  if (month >= 4 && month <= 7) return 'four_months'
  if (month >= 8 && month <= 10) return 'eight_months'
  return 'year_end'
}
