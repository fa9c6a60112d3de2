import type { ApproximateDate, NewMeasureReport, Progress } from './api'

/** What is written of a measure, before anything is chosen and with every field there is. */
export interface MeasureReportDraft {
  progress: Progress | null
  done: string
  effect: string
  on: string
  newReady: ApproximateDate | null
  reason: string
}

export function emptyReport(today: string): MeasureReportDraft {
  return { progress: null, done: '', effect: '', on: today, newReady: null, reason: '' }
}

/** Why a reason is asked for; undefined where none is. */
export function reasonFor({ progress, newReady }: MeasureReportDraft): 'newDate' | 'cancelled' | undefined {
  if (progress === 'cancelled') return 'cancelled'
  return newReady === null ? undefined : 'newDate'
}

/** What is sent: no reason where none is asked for. Nothing chosen goes as it is, and the answer names the field. */
export function reportOf(id: string, draft: MeasureReportDraft): NewMeasureReport {
  return { ...draft, id, progress: draft.progress as Progress, reason: reasonFor(draft) ? draft.reason : '' }
}
