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

/** Some recommendations that others take the place of: two that are merged, one that is split. */
export interface Rearranged {
  was: readonly DraftRecommendation[]
  is: readonly DraftRecommendation[]
  /** The numbers followed the order, and go on doing so. */
  numbered: boolean
}

/** Makes one of a recommendation and the one below it: to the committees of both, found where both were. */
export function mergerOf({ recommendations, committees }: Draft, id: string): Rearranged | undefined {
  const at = recommendations.findIndex((recommendation) => recommendation.id === id)
  const [upper, lower] = [recommendations[at], recommendations[at + 1]]
  if (!upper || !lower) return undefined
  const text = [upper.text, lower.text]
    .map((part) => part.trim())
    .join(' ')
    .trim()
  const to = new Set([...upper.committees, ...lower.committees])
  const merged = {
    ...upper,
    text,
    variants: wordingsBeside(text, [...upper.variants, ...lower.variants]),
    committees: committees.map(({ key }) => key).filter((key) => to.has(key)),
    madeOf: [...new Set([...upper.madeOf, ...lower.madeOf])],
  }
  return { was: [upper, lower], is: [merged], numbered: isNumberedByOrder(recommendations) }
}

/** Makes two of a recommendation, cut at a place in its text: to the same committees, found where it was. */
export function splitOf({ recommendations }: Draft, id: string, at: number): Rearranged | undefined {
  const whole = recommendations.find((recommendation) => recommendation.id === id)
  const [upper, lower] = [whole?.text.slice(0, at).trim(), whole?.text.slice(at).trim()]
  if (!whole || !upper || !lower) return undefined
  const second = { ...whole, id: newId(), number: nextNumber(recommendations), text: lower, variants: [] }
  return { was: [whole], is: [{ ...whole, text: upper }, second], numbered: isNumberedByOrder(recommendations) }
}

/** Puts recommendations in the place of others. */
export function withRearranged(draft: Draft, { was, is, numbered }: Rearranged): Draft {
  const gone = new Set(was.map(({ id }) => id))
  const after = draft.recommendations.flatMap((each) => (each.id === was[0]?.id ? is : gone.has(each.id) ? [] : [each]))
  return { ...draft, recommendations: numbered ? keepingNumbers(draft.recommendations, after) : after }
}

/** What takes a rearrangement back. */
export function undoneOf({ was, is, numbered }: Rearranged): Rearranged {
  return { was: is, is: was, numbered }
}

/** Whether what is to be taken back stands as it was made: what has been written since must not be lost. */
export function isUntouched({ recommendations }: Draft, { is }: Rearranged): boolean {
  const stand = recommendations.map(whateverNumber)
  return is.every((made) => stand.includes(whateverNumber(made)))
}

function whateverNumber(recommendation: DraftRecommendation): string {
  return JSON.stringify({ ...recommendation, number: '' })
}

/** Where a text may be cut: between its sentences, or before "och" and "samt" when it is a single one. */
export function cutsOf(text: string): number[] {
  const between = cutsAt(text, /[.!?;:](?=\s+\S)|\n(?=\s*\S)/g)
  return between.length > 0 ? between : cutsAt(text, /(?<!,),?(?=\s+(?:och|samt)\s)/g)
}

function cutsAt(text: string, end: RegExp): number[] {
  return [...text.matchAll(end)]
    .map(({ index, 0: { length } }) => index + length)
    .filter((cut) => text.slice(0, cut).trim() !== '')
}

function isNumberedByOrder(recommendations: readonly DraftRecommendation[]): boolean {
  return recommendations.every(({ number }, place) => number === String(place + 1))
}

/** Numbers 1, 2, 3 go on following the order; others are the report's own and stay. */
function keepingNumbers(before: readonly DraftRecommendation[], after: DraftRecommendation[]): DraftRecommendation[] {
  if (!isNumberedByOrder(before)) return after
  return after.map((recommendation, place) => ({ ...recommendation, number: String(place + 1) }))
}
