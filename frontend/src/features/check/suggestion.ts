import type { CheckOutcome, DrawnRowResult } from './api'

/** What the plan's limit, in percent of the sample, says of the figures as they are typed; the server says the same. */
export function suggestionOf(sample: number | null, deviating: number | null, minorLimit: number): CheckOutcome | null {
  if (!sample || deviating === null) return null
  if (deviating === 0) return 'no_deviation'
  return deviating * 100 <= sample * minorLimit ? 'minor_deviation' : 'major_deviation'
}

/** How many of the drawn rows deviate; null until one of them has been looked at. */
export function deviatingIn(drawn: readonly DrawnRowResult[]): number | null {
  if (drawn.every(({ result }) => result === null)) return null
  return drawn.filter(({ result }) => result === 'deviates').length
}

/** Whether an outcome says that something was wrong. */
export function isDeviating(outcome: CheckOutcome | null): boolean {
  return outcome === 'minor_deviation' || outcome === 'major_deviation'
}

/** A seed that nobody has chosen: the day, the control, and chance. */
export function suggestedSeed(day: string, control: number): string {
  const chance = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0
  return `${day.replaceAll('-', '')}-K${control}-${String(chance % 10000).padStart(4, '0')}`
}
