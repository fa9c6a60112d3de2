import type { ApproximateDate, FollowedMeasure } from './api'

/** When a measure was, or is, to be ready. */
export interface MeasureDate {
  date: ApproximateDate
  /** Why it was moved to this; empty for the decided one. */
  reason: string
  /** A later one has taken its place. */
  replaced: boolean
}

/** The decided date and each new one with its reason, first to last: the last one applies. */
export function datesOf({ content, reports }: Pick<FollowedMeasure, 'content' | 'reports'>): MeasureDate[] {
  const moved = reports.flatMap(({ newReady, reason }) => (newReady ? [{ date: newReady, reason }] : []))
  const dates = [...(content.ready ? [{ date: content.ready, reason: '' }] : []), ...moved]
  return dates.map((date, place) => ({ ...date, replaced: place < dates.length - 1 }))
}

/** What a report's new date took the place of. */
export function dateBefore(measure: Pick<FollowedMeasure, 'content' | 'reports'>, reportId: string): string | null {
  const place = measure.reports.findIndex(({ id }) => id === reportId)
  return datesOf({ ...measure, reports: measure.reports.slice(0, place) }).at(-1)?.date.words ?? null
}
