import { expect, test } from 'vitest'
import { organization, reading } from './examples'
import { draftFromReading } from './fromReading'
import { labelsOf, lineOf, marksOf, piecesOf, stretchesOf } from './marks'
import { places } from './places'
import {
  movedRecommendation,
  splitOf,
  withoutRecommendation,
  withRearranged,
  withRecommendation,
} from './recommendations'

const texts = ['Granskning av nycklar', '1. Räknas nycklarna?\tJa', '• Räkna', '  nycklarna.', 'Räkna dem.']
const read = {
  ...reading,
  source: {
    files: [{ name: 'rapport.txt', lines: texts.map((text) => ({ text, page: null })) }],
    places: [
      { pointer: '/title', file: 0, line: 0, lines: 1 },
      { pointer: '/questions/0', file: 0, line: 1, lines: 1 },
      { pointer: '/assessments/0', file: 0, line: 1, lines: 1 },
      { pointer: '/recommendations/0', file: 0, line: 2, lines: 2 },
      { pointer: '/recommendations/0/variants/0', file: 0, line: 4, lines: 1 },
      { pointer: '/somethingNew', file: 0, line: 4, lines: 1 },
    ],
  },
}
const { draft, places: placeOf } = draftFromReading(read, organization)
const marks = marksOf(read, placeOf)
const question = places.question(draft.questions[0]?.id ?? '')
const recommendation = places.recommendation(draft.recommendations[0]?.id ?? '')

test('a mark knows the place in the draft, another wording that of its recommendation', () => {
  const grade = places.assessment(draft.questions[0]?.id ?? '', draft.committees[0]?.key ?? '')
  expect(marks.map(({ place, line }) => [place, line])).toEqual([
    ['title', 0],
    [question, 1],
    [grade, 1],
    [recommendation, 2],
    [recommendation, 4],
  ])
})

test('of a line the words alone are marked where they stand there once, else the whole line', () => {
  const stretches = stretchesOf(read.source.files[0]!, marks)
  const pieces = piecesOf(texts[1] ?? '', stretches.get(1) ?? [])
  expect(pieces.map(({ text }) => text)).toEqual(['1. ', 'Räknas nycklarna?', '\tJa'])
  expect(pieces[1]?.covering).toHaveLength(2)
  expect(pieces[1]?.beginning).toEqual([question])
  expect(stretches.get(3)).toEqual([{ place: recommendation, from: 2, to: 12, begins: false }])
})

test('a mark is called by the number that its row has now, and has no name when the row is gone', () => {
  const id = draft.recommendations[0]?.id ?? ''
  const moved = movedRecommendation(withRecommendation(draft), id, 1)
  expect(labelsOf(moved).get(recommendation)?.short).toBe('R2')
  expect(labelsOf(withoutRecommendation(moved, id)).has(recommendation)).toBe(false)
})

test('a mark of one that was split is called by both its numbers', () => {
  const split = splitOf(draft, draft.recommendations[0]?.id ?? '', 5)!
  const label = { short: 'R1 R2', full: 'Rekommendation 1 och 2' }
  expect(labelsOf(withRearranged(draft, split)).get(recommendation)).toEqual(label)
})

test('a remark stands at its line, or at the first line of its page', () => {
  const paged = { name: 'rapport.pdf', lines: texts.map((text, at) => ({ text, page: 1 + Math.floor(at / 2) })) }
  const { files } = read.source
  expect(lineOf({ line: 3 }, files)).toEqual({ file: 0, line: 2 })
  expect(lineOf({ page: 2 }, [paged])).toEqual({ file: 0, line: 2 })
  expect(lineOf({ line: 3, file: 1 }, [paged, ...files])).toEqual({ file: 1, line: 2 })
  expect(lineOf({}, files)).toBe(undefined)
  expect(lineOf({ line: 99 }, files)).toBe(undefined)
})
