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

/** What is done or ended has no date to move. */
export function mayMoveDate({ progress }: MeasureReportDraft): boolean {
  return progress === null || progress === 'not_started' || progress === 'ongoing'
}

/** Why a reason is asked for; undefined where none is. */
export function reasonFor(draft: MeasureReportDraft): 'newDate' | 'cancelled' | undefined {
  if (draft.progress === 'cancelled') return 'cancelled'
  return draft.newReady !== null && mayMoveDate(draft) ? 'newDate' : undefined
}

/** What is sent: no date or reason where none is asked for. Nothing chosen goes as it is, and the answer names the field. */
export function reportOf(id: string, draft: MeasureReportDraft): NewMeasureReport {
  return {
    ...draft,
    id,
    progress: draft.progress as Progress,
    newReady: mayMoveDate(draft) ? draft.newReady : null,
    reason: reasonFor(draft) ? draft.reason : '',
  }
}
