// Where in a report's text the values of a draft were found, and how each is called there.
import type { Schema } from '@/api/client'
import { marks as t } from '@/lib/messages/reading'
import { type Draft, shortName } from './draft'
import { type Place, places } from './places'
import type { Remark } from './remarks'

type Reading = Schema['Reading']
export type SourceFile = Schema['ReadingSource']['files'][number]

/** Some lines of a file that a value was found in. */
export interface Mark {
  place: Place
  file: number
  line: number
  lines: number
  /** The value, which may stand word for word in its line. */
  words: string
}

/** The marks of a reading's values, in the reading's order. `placeOf` tells where in the draft a value has gone. */
export function marksOf(reading: Reading, placeOf: ReadonlyMap<string, Place>): Mark[] {
  return (reading.source?.places ?? []).flatMap(({ pointer, ...lines }) => {
    const place = placeOf.get(pointer.replace(/\/variants\/\d+$/, ''))
    return place ? [{ place, ...lines, words: wordsAt(reading, pointer) }] : []
  })
}

function wordsAt(reading: Reading, pointer: string): string {
  const value = pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((within, key) => (within as Record<string, unknown> | undefined)?.[key], reading)
  if (typeof value === 'string') return value
  const { text, title, name } = value as { text?: string; title?: string; name?: string }
  return text ?? title ?? name ?? ''
}

/** A line of the text. */
export interface LineAt {
  file: number
  line: number
}

/** The line that a remark speaks of; of a single file it need not say which. */
export function lineOf(
  { line, page, file = 0 }: Pick<Remark, 'line' | 'page' | 'file'>,
  files: readonly SourceFile[],
): LineAt | undefined {
  const lines = files[file]?.lines ?? []
  const number = page === undefined ? (line ?? 0) - 1 : lines.findIndex((each) => each.page === page)
  return lines[number] ? { file, line: number } : undefined
}

/** A stretch of one line that is marked for a place. */
export interface Stretch {
  place: Place
  from: number
  to: number
  /** The mark begins here; else it began on a line above. */
  begins: boolean
}

/** The marked stretches of a file's lines. Of a line that holds a value word for word, and once, only the words are. */
export function stretchesOf(file: SourceFile, marks: readonly Mark[]): Map<number, Stretch[]> {
  const found = new Map<number, Stretch[]>()
  for (const { place, line, lines, words } of marks)
    for (let at = line; at < line + lines; at++) {
      const text = file.lines[at]?.text ?? ''
      if (text.trim() === '') continue
      const [from, to] = lines === 1 ? extentOf(words, text) : wholeOf(text)
      found.set(at, [...(found.get(at) ?? []), { place, from, to, begins: at === line }])
    }
  return found
}

const fewLetters = 4

function extentOf(words: string, text: string): [number, number] {
  const [line, sought] = [text.toLocaleLowerCase('sv-SE'), words.toLocaleLowerCase('sv-SE')]
  const from = line.indexOf(sought)
  const isSure = sought.length >= fewLetters && from >= 0 && line.indexOf(sought, from + 1) < 0
  return isSure ? [from, from + words.length] : wholeOf(text)
}

function wholeOf(text: string): [number, number] {
  return [text.search(/\S/), text.trimEnd().length]
}

/** A part of a line: the places whose marks cover it, and those whose marks begin with it. */
export interface Piece {
  text: string
  covering: Place[]
  beginning: Place[]
}

/** A line in parts, cut wherever a mark begins or ends. */
export function piecesOf(text: string, stretches: readonly Stretch[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...stretches.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length
    const over = stretches.filter((stretch) => stretch.from <= from && stretch.to >= to)
    return {
      text: text.slice(from, to),
      covering: over.map(({ place }) => place),
      beginning: over.filter((stretch) => stretch.begins && stretch.from === from).map(({ place }) => place),
    }
  })
}

/** How a place is called: in the text, where there is little room, and in full. */
export interface Label {
  short: string
  full: string
}

/** What the places of a draft are called now. A place that is gone has no name, and no mark. */
export function labelsOf(draft: Draft): Map<Place, Label> {
  const called = new Map(draft.committees.map((committee) => [committee.key, shortName(committee)]))
  const numberOf = new Map(draft.questions.map(({ id, number }) => [id, number]))
  return new Map<Place, Label>([
    ...Object.entries(t.cover),
    ...draft.committees.map(({ key }): [Place, Label] => [places.committee(key), t.committee(called.get(key) ?? '')]),
    ...draft.addressees.map(({ id, committee }): [Place, Label] => [
      places.addressee(id),
      t.addressee(called.get(committee) ?? ''),
    ]),
    ...draft.questions.map(({ id, number }): [Place, Label] => [places.question(id), t.question(number)]),
    ...draft.assessments
      .filter(({ questionId, committee }) => numberOf.has(questionId) && called.has(committee))
      .map(({ questionId, committee }): [Place, Label] => [
        places.assessment(questionId, committee),
        t.assessment(numberOf.get(questionId) ?? '', called.get(committee) ?? ''),
      ]),
    ...draft.overallAssessments.map(({ committee }): [Place, Label] => [
      places.overall(committee),
      t.overall(called.get(committee) ?? ''),
    ]),
    ...recommendationLabels(draft),
    ...draft.criteria.map(({ id }, at): [Place, Label] => [places.criterion(id), t.criterion(at + 1)]),
    ...draft.documents.map(({ id }, at): [Place, Label] => [places.document(id), t.document(at + 1)]),
  ])
}

/** One that was split is called by both its numbers, several that were merged by the one that they have. */
function recommendationLabels({ recommendations }: Draft): [Place, Label][] {
  const read = new Set(recommendations.flatMap(({ madeOf }) => madeOf))
  return [...read].map((id) => {
    const numbers = recommendations.filter(({ madeOf }) => madeOf.includes(id)).map(({ number }) => number)
    return [places.recommendation(id), t.recommendation(numbers)]
  })
}
