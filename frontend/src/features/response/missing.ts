import { parts as t } from '@/lib/messages/response'
import type { Missing, Response } from './api'
import { answerName, proposalOf, titleAddress } from './parts'

/** One thing left before the response can be submitted: "Rekommendation 3, åtgärd 2: ansvarig funktion saknas". */
export function missingWords(response: Response, left: Missing): string {
  if (left.code === 'memorandum_without_proposal') return `${t.inMemorandum}: ${t.missing[left.code]}`
  const answer = response.answers.find(({ id }) => id === left.answerId)
  if (!answer) return `${t.late}: ${t.missing[left.code]}`
  const place = answer.measures.findIndex(({ id }) => id === left.measureId)
  const where = place < 0 ? answerName(answer) : `${answerName(answer)}, ${t.missingMeasure(place + 1)}`
  return `${where}: ${t.missing[left.code]}`
}

/** The part in which it is mended; undefined for a recommendation that no part answers yet. */
export function mendedAt(response: Response, left: Missing): string | undefined {
  if (left.code === 'memorandum_without_proposal') return proposalOf(response)?.id ?? titleAddress
  return left.answerId ?? undefined
}

/** What is missing in one answer, each thing once: "svar saknas". */
export function hintsOf(missing: readonly Missing[]): string[] {
  return [...new Set(missing.map(({ code }) => t.missing[code]))]
}
