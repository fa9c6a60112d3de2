// A reading's warnings, in Swedish and at the place in the draft that they are about.
import type { Schema } from '@/api/client'
import { reading as t } from '@/lib/messages/reading'
import type { Draft } from './draft'
import { committeeCalled } from './fromReading'
import { type Place, places } from './places'

type Warning = Schema['Reading']['warnings'][number]

export interface Remark {
  place: Place
  words: string
  /** Where in the text it stands, counted from 1; in a PDF it is the page that is known. */
  line?: number
  page?: number
  /** Which of several files that is of. */
  file?: number
}

/** The remarks in the order of the form's parts: to look through them is to go through the form once. */
export function remarksOf(warnings: readonly Warning[], draft: Draft): Remark[] {
  return unique(warnings.map((warning) => remarkOf(warning, draft))).sort((a, b) => rankOf(a) - rankOf(b))
}

const inForm = [
  ...['report', 'title', 'firm', 'commissionedBy', 'reportDate', 'registryNumber', 'committees', 'addressees'],
  ...['questions', 'assessments', 'overallAssessments', 'recommendations', 'criteria', 'documents'],
]

function rankOf({ place }: Remark): number {
  return inForm.indexOf(place.split('/')[0] ?? '')
}

function remarkOf(warning: Warning, draft: Draft): Remark {
  const { subject, place } = subjectOf(warning, draft)
  const words = t.warnings[warning.code] ?? t.unknownWarning
  return { place, words: `${words(subject, quoted(warning.message))}${whereOf(warning)}`, ...at(warning) }
}

function at({ line, page, file }: Warning): Pick<Remark, 'line' | 'page' | 'file'> {
  return { ...(line === null ? {} : { line }), ...(page ? { page } : {}), ...(file === undefined ? {} : { file }) }
}

function whereOf({ line, page, file }: Warning): string {
  if (line === null && !page) return ''
  const where = page ? t.onPage(page) : t.atLine(line ?? 0)
  return ` ${where}${file === undefined ? '' : t.inFile(file + 1)}.`
}

interface Subject {
  /** In words: "Fråga 2.1, SN". */
  subject: string
  place: Place
}

/** What a warning is about, from how its message begins; the whole report where that says nothing. */
function subjectOf({ code, message }: Warning, draft: Draft): Subject {
  const question = /\bquestion ([^\s,:]+)(?:, ([^:]+))?/.exec(message)
  if (question) return questionSubject(draft, code, question[1] ?? '', question[2] ?? gradedFor(message))
  const recommendation = /^recommendation ([^\s:]+)/.exec(message)?.[1]
  if (recommendation) return recommendationSubject(draft, recommendation)
  const overall = /^overall assessment of (.+?):/.exec(message)?.[1]
  if (overall) return overallSubject(draft, overall, overall)
  const ungraded = /^overallAssessments: not found for (.+)$/.exec(message)?.[1]
  if (ungraded) return overallSubject(draft, ungraded, t.overallOf(ungraded))
  if (code.startsWith('abbreviation_')) return abbreviationSubject(draft, message.split(' ')[0] ?? '')
  if (code.startsWith('date')) return { subject: t.values.responseDue ?? '', place: 'addressees' }
  if (code.endsWith('recommendations')) return { subject: '', place: 'recommendations' }
  const part = /^(part|source):/.exec(message)?.[1]
  if (part) return { subject: part, place: 'report' }
  const value = /^(\w+):/.exec(message)?.[1] ?? ''
  return { subject: t.values[value] ?? '', place: t.values[value] ? placeOfValue(value) : 'report' }
}

function questionSubject(draft: Draft, code: string, number: string, committee: string): Subject {
  const id = draft.questions.find((question) => question.number === number)?.id
  const asked = committee ? t.questionFor(number, committee) : t.question(number)
  const subject = code === 'not_found' ? t.gradeOf(asked) : asked
  if (!id) return { subject, place: 'questions' }
  return { subject, place: code === 'wordings_differ' ? places.question(id) : places.assessments(id) }
}

function gradedFor(message: string): string {
  return /(?:no grade can be read for|question \S+ and) (.+)$/.exec(message)?.[1] ?? ''
}

function recommendationSubject(draft: Draft, number: string): Subject {
  const id = draft.recommendations.find((recommendation) => recommendation.number === number)?.id
  return { subject: t.recommendation(number), place: id ? places.recommendation(id) : 'recommendations' }
}

function overallSubject(draft: Draft, reference: string, subject: string): Subject {
  const key = committeeCalled(draft.committees, reference)?.key
  return { subject, place: key ? places.overall(key) : 'overallAssessments' }
}

function abbreviationSubject(draft: Draft, abbreviation: string): Subject {
  const key = committeeCalled(draft.committees, abbreviation)?.key
  return { subject: abbreviation, place: key ? places.committee(key) : 'committees' }
}

function placeOfValue(value: string): Place {
  return value === 'responseDue' ? 'addressees' : value
}

/** The report's words in a message: in quotation marks, a date, or the name that an abbreviation fits. */
function quoted(message: string): string {
  const words = /"(.*)"/.exec(message)?.[1]?.replaceAll('\\"', '"')
  return words ?? /\d{4}-\d{2}-\d{2}|(?<= fit ).+(?= alone)|(?<=: also )\S+/.exec(message)?.[0] ?? ''
}

function unique(remarks: readonly Remark[]): Remark[] {
  return remarks.filter(
    (remark, at) => remarks.findIndex(({ place, words }) => place === remark.place && words === remark.words) === at,
  )
}
