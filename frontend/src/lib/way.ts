// The way to the date by which a committee must answer, as the server plans it backwards from the committee's meetings.
import type { Schema } from '@/api/client'

export type ResponsePlan = Schema['ResponsePlan']

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
  /** did: it is done. now: the next one. */
  state: 'did' | 'now' | 'ahead'
}

const whats: Record<ResponsePlan['steps'][number]['kind'], PlanStep['what']> = {
  received: 'received',
  draft_ready: 'draftReady',
  approved: 'approved',
  manuscript_stop: 'manuscriptStop',
  preparation: 'preparation',
  papers_sent: 'dispatch',
  meeting: 'meeting',
  due: 'due',
}

/** The plan as steps to show: the first that is not done is the one at hand. A meeting after the date comes last. */
export function wayOf({ steps, due, lastMeeting, nextMeeting }: ResponsePlan): PlanStep[] {
  const next = steps.findIndex(({ done }) => !done)
  const way = steps.map(({ kind, date, done }, place): PlanStep => {
    return { what: whats[kind], date, state: done ? 'did' : place === next ? 'now' : 'ahead' }
  })
  const late = lastMeeting === null && due !== null && nextMeeting !== null && nextMeeting.content.date > due
  return late ? [...way, { what: 'lateMeeting', date: nextMeeting.content.date, state: 'ahead' }] : way
}

/** The way to the date is still to be walked. */
export function isUndecided({ state }: { state: Schema['ResponseState'] }): boolean {
  return state === 'draft' || state === 'submitted' || state === 'approved'
}
