// Everything that has been said of a recommendation, by whom it may be, in one order.
import type { Assignment, FollowedMeasure, GivenVerdict, MeasureReport, ProgressReport } from './api'

type Answer = Assignment['answers'][number]

export type FollowupEvent = { key: string; day: string; at: string } & (
  | { kind: 'given' }
  | { kind: 'decision'; answer: Answer }
  | { kind: 'progress'; report: ProgressReport }
  | { kind: 'measure'; measure: FollowedMeasure; report: MeasureReport }
  | { kind: 'verdict'; verdict: GivenVerdict }
)

/** Latest first: by the day that each speaks of, and by when it was said within a day. */
export function timelineOf(assignment: Assignment): FollowupEvent[] {
  return [
    ...assignment.measures.flatMap(measureEvents),
    ...assignment.progressReports.map((report) => ({
      kind: 'progress' as const,
      key: report.id,
      day: report.on,
      at: report.at,
      report,
    })),
    ...assignment.verdicts.map((verdict) => ({
      kind: 'verdict' as const,
      key: `${verdict.id} ${verdict.confirmedAt ?? ''}`,
      day: verdict.on,
      at: verdict.at,
      verdict,
    })),
    ...assignment.answers.map((answer) => ({
      kind: 'decision' as const,
      key: answer.answerId,
      day: answer.decidedOn,
      at: '',
      answer,
    })),
    ...givenOn(assignment),
  ].sort((one, other) => other.day.localeCompare(one.day) || other.at.localeCompare(one.at))
}

export function measureEvents(measure: FollowedMeasure): FollowupEvent[] {
  return measure.reports.map((report) => ({
    kind: 'measure' as const,
    key: report.id,
    day: report.on,
    at: report.at,
    measure,
    report,
  }))
}

function givenOn({ summary: { reportDate } }: Assignment): FollowupEvent[] {
  return reportDate === null ? [] : [{ kind: 'given', key: 'given', day: reportDate, at: '' }]
}

/** What has been said, or confirmed, since an earlier reading. */
export function saidSince(before: readonly FollowupEvent[], now: readonly FollowupEvent[]): FollowupEvent[] {
  const known = new Set(before.map(({ key }) => key))
  return now.filter(({ key }) => !known.has(key))
}
