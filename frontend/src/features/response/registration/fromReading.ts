// What was read from a decided response, put in its place in the draft: by the recommendations' numbers and by the words
// they have in common. What is typed already stays; what has no place is given back.
import type { Schema } from '@/api/client'
import { type AnswerDraft, type RegistrationDraft, stanceName, textName } from './draft'

export type ResponseReading = Schema['ResponseReading']
export type ReadAnswer = ResponseReading['answers'][number]
type Recommendation = Schema['Recommendation']

/** How much of their words a quoted recommendation and the audit's have in common, when the numbers agree and when not. */
const alikeWithNumber = 0.3
const alikeAlone = 0.6

export interface Placed {
  draft: RegistrationDraft
  unplaced: ReadAnswer[]
}

export function fromReading(
  draft: RegistrationDraft,
  reading: ResponseReading,
  recommendations: readonly Recommendation[],
): Placed {
  const places = placesOf(reading.answers, recommendations)
  const filled = { ...draft, unseen: [...draft.unseen] }
  if (reading.decidedOn && !draft.date) {
    filled.date = reading.decidedOn
    filled.unseen.push('decision/date')
  }
  if (reading.paragraph && !draft.paragraph) {
    filled.paragraph = reading.paragraph
    filled.unseen.push('decision/paragraph')
  }
  filled.answers = draft.answers.map((answer) => fill(answer, places.get(answer.recommendationId), filled.unseen))
  const placed = new Set(places.values())
  return {
    draft: filled,
    unplaced: reading.answers.filter((answer) => !placed.has(answer) && answer.text.trim() !== ''),
  }
}

function fill(answer: AnswerDraft, read: ReadAnswer | undefined, unseen: string[]): AnswerDraft {
  if (!read) return answer
  const filled = { ...answer }
  if (read.stance && !answer.stance) {
    filled.stance = read.stance
    unseen.push(stanceName(answer))
  }
  if (read.text.trim() !== '' && answer.text.trim() === '') {
    filled.text = read.text
    unseen.push(textName(answer))
  }
  return filled
}

/** Which read answer is to which recommendation: each at most once, those with the same number first. */
function placesOf(answers: readonly ReadAnswer[], recommendations: readonly Recommendation[]) {
  const places = new Map<string, ReadAnswer>()
  const left = new Set(answers)
  const place = (fits: (answer: ReadAnswer, recommendation: Recommendation) => boolean) => {
    for (const recommendation of recommendations) {
      const fitting = [...left].find((answer) => !places.has(recommendation.id) && fits(answer, recommendation))
      if (!fitting) continue
      places.set(recommendation.id, fitting)
      left.delete(fitting)
    }
  }
  place(
    (answer, { number, text }) =>
      sameNumber(answer.number, number) &&
      (answer.recommendation === null || likeness(answer.recommendation, text) >= alikeWithNumber),
  )
  place((answer, { text }) => answer.recommendation !== null && likeness(answer.recommendation, text) >= alikeAlone)
  return places
}

function sameNumber(read: string | null, number: string): boolean {
  return read !== null && read.replace(/\.$/, '') === number.replace(/\.$/, '')
}

/** Dice's coefficient over the words, each cut to six letters so that endings count less. */
export function likeness(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.length === 0 || second.length === 0) return 0
  const left = [...second]
  const common = first.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (first.length + second.length)
}

function wordsOf(text: string): string[] {
  return (text.toLocaleLowerCase('sv').match(/[\p{L}\d]+/gu) ?? []).map((word) => word.slice(0, 6))
}
