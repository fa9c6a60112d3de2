// A response is written part by part: the title, the sections, the answers, and the memorandum's sections. Each has a name
// and an address.
import { response as t } from '@/lib/messages/response'
import type { Answer, MemorandumSection, Missing, Response, Section, SectionKind } from './api'

export type Part =
  | { kind: 'title' }
  | { kind: 'section'; section: Section }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'memorandum'; section: MemorandumSection }

/** The address of each part but the answers and the memorandum's sections, which have their id. */
export const sectionAddresses: Record<SectionKind, string> = {
  introduction: 'inledning',
  other_measures: 'ovriga-atgarder',
  control_plan: 'internkontrollplan',
  operational_plan: 'verksamhetsplan',
  closing: 'avslutning',
}

export const titleAddress = 'rubrik'

/** What `?del=` says for a part. */
export function addressOf(part: Part): string {
  if (part.kind === 'title') return titleAddress
  if (part.kind === 'memorandum') return part.section.id
  return part.kind === 'section' ? sectionAddresses[part.section.kind] : part.answer.id
}

/** The part at an address; the first that is not complete when there is none, or when it is gone. */
export function partAt(response: Response, address: string | undefined): Part {
  if (address === titleAddress) return { kind: 'title' }
  const section = response.sections.find(({ kind }) => sectionAddresses[kind] === address)
  if (section) return { kind: 'section', section }
  const inMemorandum = response.memorandum?.sections.find(({ id }) => id === address)
  if (inMemorandum) return { kind: 'memorandum', section: inMemorandum }
  const answer =
    response.answers.find(({ id }) => id === address) ??
    response.answers.find(({ id }) => response.missing.some((left) => left.answerId === id)) ??
    response.answers[0]
  return answer ? { kind: 'answer', answer } : { kind: 'title' }
}

/** "Rekommendation 1, 2 och 4", or that it is a statement. */
export function answerName({ recommendations }: Answer): string {
  return recommendations.length === 0 ? t.statement : t.recommendation(numbersOf(recommendations))
}

/** "1, 2 och 4", the numbers of some recommendations. */
export function numbersOf(recommendations: readonly { number: string }[]): string {
  const numbers = recommendations.map(({ number }) => number)
  const last = numbers.at(-1) ?? ''
  return numbers.length < 2 ? last : numbers.slice(0, -1).join(', ') + t.and + last
}

/** What the auditors said, that an answer answers. */
export function quotedIn(answer: Answer): string[] {
  const texts = answer.recommendations.map(({ text }) => text)
  if (texts.length > 0) return texts.filter((text) => text !== '') // one that is confidential to the reader has none
  return answer.content.statement ? [answer.content.statement] : []
}

export function missingIn(response: Response, answer: Answer): Missing[] {
  return response.missing.filter((left) => left.answerId === answer.id)
}

/** Nothing has been written in it: it may be put together with others. */
export function isEmpty({ content, measures }: Answer): boolean {
  const { stance, text, alreadyAddressed, dependsOnCommitteeId } = content
  return stance === null && text.trim() === '' && !alreadyAddressed && !dependsOnCommitteeId && measures.length === 0
}

export function citesPlans({ citations }: Response, { id }: Answer): boolean {
  return citations.some(({ answerId }) => answerId === id)
}

/** What a place of comments is called: a section's kind, an answer's or a memorandum section's id; undefined when it is gone. */
export function placeName(response: Response, place: string): string | undefined {
  const section = response.sections.find(({ kind }) => kind === place)
  if (section) return t.sections[section.kind]
  const answer = response.answers.find(({ id }) => id === place)
  if (answer) return answerName(answer)
  return response.memorandum?.sections.find(({ id }) => id === place)?.heading
}

/** The memorandum's section that proposes what is decided. */
export function proposalOf({ memorandum }: Response): MemorandumSection | undefined {
  return memorandum?.sections.find(({ kind }) => kind === 'proposed_decision')
}

/** The comment with which a draft was last given back, while it is a draft. */
export function returnOf(response: Response): Response['history'][number] | undefined {
  const last = response.history.at(-1)
  return response.state === 'draft' && last?.action === 'return' ? last : undefined
}

/** The decision with which the committee sent a draft back, until it is submitted again. */
export function sentBackBy(response: Response): Response['earlierDecisions'][number] | undefined {
  return response.history.at(-1)?.action === 'refer_back' ? response.earlierDecisions.at(-1) : undefined
}

/** The audit's recommendations to the committee that this response does not answer yet. */
export function unansweredOf<R extends { id: string; committeeIds: readonly string[] }>(
  { committeeId, answers }: Response,
  recommendations: readonly R[],
): R[] {
  const answered = new Set(answers.flatMap((answer) => answer.recommendations.map(({ id }) => id)))
  return recommendations.filter(({ id, committeeIds }) => committeeIds.includes(committeeId) && !answered.has(id))
}

/** What an audit was about: "Granskning av bisysslor" without its first words. */
export function subjectOf(auditTitle: string): string {
  return auditTitle.replace(/^(fördjupad |grundläggande )?granskning (av|avseende|gällande|rörande) /i, '')
}
