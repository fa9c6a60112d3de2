// Recommendations: quoted in one wording, with the others beside it.
import { newId } from '@/lib/ids'
import type { Draft, DraftRecommendation } from './draft'
import { nextNumber } from './outline'

/** Adds an empty recommendation, to all the audited committees. */
export function withRecommendation(draft: Draft): Draft {
  const id = newId()
  const recommendation: DraftRecommendation = {
    id,
    number: nextNumber(draft.recommendations),
    text: '',
    variants: [],
    committees: draft.committees.filter(({ isAudited }) => isAudited).map(({ key }) => key),
    madeOf: [id],
  }
  return { ...draft, recommendations: [...draft.recommendations, recommendation] }
}

export function changedRecommendation(draft: Draft, id: string, part: Partial<DraftRecommendation>): Draft {
  return {
    ...draft,
    recommendations: draft.recommendations.map((recommendation) =>
      recommendation.id === id ? { ...recommendation, ...part } : recommendation,
    ),
  }
}

/** The wordings that are not the text itself, each once. */
export function wordingsBeside(text: string, wordings: readonly string[]): string[] {
  return [...new Set(wordings)].filter((wording) => wording !== text)
}

/** Makes another wording the recommendation's text; what was its text is kept among the others. */
export function withWording(draft: Draft, id: string, wording: string): Draft {
  const recommendation = draft.recommendations.find((candidate) => candidate.id === id)
  if (!recommendation) return draft
  const variants = recommendation.variants.map((variant) => (variant === wording ? recommendation.text : variant))
  return changedRecommendation(draft, id, { text: wording, variants })
}

export function withoutRecommendation(draft: Draft, id: string): Draft {
  const left = draft.recommendations.filter((recommendation) => recommendation.id !== id)
  return { ...draft, recommendations: keepingNumbers(draft.recommendations, left) }
}

/** Moves a recommendation one step up or down. */
export function movedRecommendation(draft: Draft, id: string, step: -1 | 1): Draft {
  const from = draft.recommendations.findIndex((recommendation) => recommendation.id === id)
  const [moving, other] = [draft.recommendations[from], draft.recommendations[from + step]]
  if (!moving || !other) return draft
  const swapped = draft.recommendations.map((at) => (at === moving ? other : at === other ? moving : at))
  return { ...draft, recommendations: keepingNumbers(draft.recommendations, swapped) }
}

/** Numbers 1, 2, 3 go on following the order; others are the report's own and stay. */
function keepingNumbers(before: readonly DraftRecommendation[], after: DraftRecommendation[]): DraftRecommendation[] {
  const followed = before.every(({ number }, place) => number === String(place + 1))
  return followed ? after.map((recommendation, place) => ({ ...recommendation, number: String(place + 1) })) : after
}
