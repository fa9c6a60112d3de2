// A date by which a committee must answer, planned backwards from its meetings. Dates are texts such as 2024-02-29, and
// compare as texts.
import type { Schema } from '@/api/client'

type MeetingDates = Schema['MeetingContent']

export interface PlanStep {
  date: string
  /** `lateMeeting`: the first meeting, where it comes only after the due date. */
  what:
    | 'received'
    | 'draftReady'
    | 'approved'
    | 'manuscriptStop'
    | 'preparation'
    | 'dispatch'
    | 'meeting'
    | 'due'
    | 'lateMeeting'
  /** did: it is done, or has passed. now: the next one. */
  state: 'did' | 'now' | 'ahead'
}

/**
 * The last of the committee's meetings that is not later than the due date, or the next one where no date is given;
 * undefined where no meeting is left.
 */
export function meetingToReach(
  due: string | null,
  meetings: readonly MeetingDates[],
  today: string,
): MeetingDates | undefined {
  const ahead = byDate(meetings.filter(({ date }) => date >= today))
  return due === null ? ahead[0] : ahead.filter(({ date }) => date <= due).at(-1)
}

/** What happens on which day until the answer is due, in order. */
export function planBackwards(due: string | null, meetings: readonly MeetingDates[], today: string): PlanStep[] {
  const dated = stepsOf(due, meetings, today).sort((a, b) => a.date.localeCompare(b.date))
  const next = dated.findIndex(({ date }) => date >= today)
  return dated.map((step, place) => ({
    ...step,
    state: step.date < today ? 'did' : place === next ? 'now' : 'ahead',
  }))
}

function stepsOf(due: string | null, meetings: readonly MeetingDates[], today: string): Omit<PlanStep, 'state'>[] {
  const reached = meetingToReach(due, meetings, today)
  const missed = reached ? undefined : byDate(meetings).find(({ date }) => date >= today)
  return [
    { date: reached?.manuscriptStop, what: 'manuscriptStop' as const },
    { date: reached?.preparation, what: 'preparation' as const },
    { date: reached?.dispatch, what: 'dispatch' as const },
    { date: reached?.date, what: 'meeting' as const },
    { date: due, what: 'due' as const },
    { date: missed?.date, what: 'lateMeeting' as const },
  ].filter((step): step is typeof step & { date: string } => Boolean(step.date))
}

function byDate(meetings: readonly MeetingDates[]): MeetingDates[] {
  return [...meetings].sort((a, b) => a.date.localeCompare(b.date))
}
