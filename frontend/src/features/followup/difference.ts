import { daysBetween } from '@/lib/dates'
import type { Assignment, GivenVerdict, Progress, ProgressReport } from './api'

/** How the committee's word and the auditors' stand against each other. */
export interface Standing {
  kind: 'differs' | 'unexamined'
  progress: Progress
  /** From when the committee has said so, without a break. */
  since: string
  /** The auditors' latest word; undefined where they have not looked. */
  verdict: GivenVerdict | undefined
  /** For how many days it has stood. */
  days: number
}

/** The difference, explained from what each has said; undefined where there is none. */
export function standingOf(assignment: Assignment, today: string): Standing | undefined {
  const { difference } = assignment.summary
  const since = doneSince(assignment.progressReports)
  const last = assignment.progressReports.at(-1)
  if (difference === 'none' || since === undefined || last === undefined) return undefined
  const verdict = latestVerdict(assignment)
  const from = difference === 'differs' && verdict && verdict.on > since ? verdict.on : since
  return { kind: difference, progress: last.progress, since, verdict, days: daysBetween(from, today) }
}

/** The verdict that applies: the last that is confirmed. */
export function latestVerdict({ verdicts }: Assignment): GivenVerdict | undefined {
  return verdicts.filter(({ confirmedAt }) => confirmedAt !== null).at(-1)
}

/** The day from which the committee says done or continuous, without a break. */
export function doneSince(reports: readonly ProgressReport[]): string | undefined {
  const broken = reports.findLastIndex(({ progress }) => progress !== 'done' && progress !== 'continuous')
  return reports[broken + 1]?.on
}
