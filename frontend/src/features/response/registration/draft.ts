// A response that was decided outside the program, as it is typed in before it is registered.
import type { Schema } from '@/api/client'
import { newId } from '@/lib/ids'

export type Registration = Schema['NewRegisteredResponse']
export type Outcome = Registration['decision']['outcome']
type Recommendation = Schema['Recommendation']

export interface AnswerDraft {
  id: string
  recommendationId: string
  stance: Schema['Stance'] | null
  text: string
  measures: Schema['NewMeasure'][]
}

export interface RegistrationDraft {
  outcome: Outcome
  date: string
  paragraph: string
  delegation: string
  deliveredOn: string
  answers: AnswerDraft[]
  /** What was read from the file and nobody has looked at: the fields' names. */
  unseen: string[]
}

/** Nothing said yet, of each recommendation to the committee. */
export function emptyDraft(recommendations: readonly Recommendation[]): RegistrationDraft {
  return {
    outcome: 'adopted',
    date: '',
    paragraph: '',
    delegation: '',
    deliveredOn: '',
    answers: recommendations.map(({ id }) => ({
      id: newId(),
      recommendationId: id,
      stance: null,
      text: '',
      measures: [],
    })),
    unseen: [],
  }
}

export function recommendedTo(
  recommendations: readonly Recommendation[],
  committeeId: string,
): readonly Recommendation[] {
  return recommendations.filter(({ committeeIds }) => committeeIds.includes(committeeId))
}

export function byChair(outcome: Outcome): boolean {
  return outcome === 'chair_decision'
}

/** The answers that say something; the places of their fields are theirs among these. */
export function answered(draft: RegistrationDraft): AnswerDraft[] {
  return draft.answers.filter(({ stance, text, measures }) => stance || text.trim() !== '' || measures.length > 0)
}

export function registrationOf(id: string, addresseeId: string, title: string, draft: RegistrationDraft): Registration {
  const chair = byChair(draft.outcome)
  return {
    id,
    addresseeId,
    title,
    commonStance: null,
    answers: answered(draft).map((answer) => ({
      id: answer.id,
      recommendationIds: [answer.recommendationId],
      content: {
        statement: null,
        stance: answer.stance,
        alreadyAddressed: false,
        dependsOnCommitteeId: null,
        text: answer.text,
      },
      measures: answer.measures,
    })),
    decision: {
      outcome: draft.outcome,
      date: draft.date,
      paragraph: draft.paragraph.trim().replace(/^§\s*/, ''),
      delegation: chair && draft.delegation.trim() !== '' ? draft.delegation : null,
    },
    deliveredOn: draft.deliveredOn || null,
  }
}

/** The title of a response to an audit, as the program begins one. */
export function titleOver(audit: string): string {
  return `Yttrande över ${audit.charAt(0).toLowerCase()}${audit.slice(1)}`.slice(0, 500)
}

/** The draft with fields looked at, or changed by hand. */
export function withSeen(draft: RegistrationDraft, ...names: string[]): RegistrationDraft {
  return { ...draft, unseen: draft.unseen.filter((name) => !names.includes(name)) }
}

export function withAnswer(draft: RegistrationDraft, changed: AnswerDraft): RegistrationDraft {
  return { ...draft, answers: draft.answers.map((answer) => (answer.id === changed.id ? changed : answer)) }
}

export function stanceName({ recommendationId }: AnswerDraft): string {
  return `stance/${recommendationId}`
}

export function textName({ recommendationId }: AnswerDraft): string {
  return `text/${recommendationId}`
}
