// What a decision is made of, by its outcome: the committee decides at a meeting, the chair on a day by delegation.
import type { Schema } from '@/api/client'

export type Outcome = Schema['DecisionOutcome']

export interface DecisionDraft {
  outcome: Outcome
  meetingId: string | null
  date: string
  delegation: string
  paragraph: string
  comment: string
}

export const emptyDecision: DecisionDraft = {
  outcome: 'adopted',
  meetingId: null,
  date: '',
  delegation: '',
  paragraph: '',
  comment: '',
}

export const byChair = (outcome: Outcome) => outcome === 'chair_decision'
export const withChanges = (outcome: Outcome) => outcome === 'adopted_with_changes'
export const sendsBack = (outcome: Outcome) => outcome === 'referred_back' || outcome === 'rejected'

/** What is sent of a draft: only what the outcome asks for, so that something typed for another outcome does no harm. */
export function takenBy(draft: DecisionDraft): Omit<Schema['NewPlanDecision'], 'id' | 'operationalPlanId'> {
  const { outcome, paragraph } = draft
  const chair = byChair(outcome)
  return {
    outcome,
    meetingId: chair ? null : draft.meetingId,
    date: chair ? draft.date || null : null,
    delegation: chair ? draft.delegation || null : null,
    paragraph,
    comment: draft.comment.trim() || null,
  }
}
