import { expect, test } from 'vitest'
import type { VerdictReading } from '../api'
import { sampleAssignment } from '../sample'
import {
  batchOf,
  changedRow,
  chosenTwice,
  type Draft,
  draftOf,
  isSure,
  remarksOf,
  withoutChosen,
  withReread,
  withSureChosen,
} from './draft'

const assignment = (id: string) => ({ ...sampleAssignment().summary, id, version: 3 })

function result(likenesses: number[], verdict: VerdictReading['results'][number]['verdict'] = 'addressed') {
  return {
    number: '1',
    text: 'Inför en rutin.',
    committee: null,
    verdict,
    verbatim: 'Åtgärdad. Rutinen finns.',
    candidates: likenesses.map((likeness, place) => ({ assignment: assignment(`a${place}`), likeness })),
  }
}

const read = (...results: VerdictReading['results']): Draft =>
  draftOf({ title: 'Uppföljning', firm: null, reportDate: '2024-03-18', warnings: [], results })

test('the likeliest is suggested with the words of the report, and nothing is chosen', () => {
  const draft = read(result([0.9, 0.4]), result([]))
  expect(draft.on).toBe('2024-03-18')
  expect(draft.rows.map(({ assignmentId, comment, chosen }) => [assignmentId, comment, chosen])).toEqual([
    ['a0', 'Åtgärdad. Rutinen finns.', false],
    [null, 'Åtgärdad. Rutinen finns.', false],
  ])
  expect(batchOf(draft)).toEqual([])
})

test('sure is what is much like one alone, with a verdict', () => {
  const sure = (likenesses: number[], verdict?: null) => isSure(read(result(likenesses, verdict)).rows[0]!)
  expect(sure([0.9, 0.4])).toBe(true)
  expect(sure([0.7])).toBe(true)
  expect(sure([0.9, 0.9])).toBe(false)
  expect(sure([0.6, 0.1])).toBe(false)
  expect(sure([])).toBe(false)
  expect(sure([1], null)).toBe(false)
})

test('what is sure is chosen at once, and sent with the version that was read', () => {
  const draft = withSureChosen(read(result([1]), result([0.5])))
  const [first] = draft.rows
  expect(batchOf(draft)).toEqual([
    {
      assignmentId: 'a0',
      version: 3,
      verdict: { id: first!.id, verdict: 'addressed', comment: 'Åtgärdad. Rutinen finns.', on: '2024-03-18' },
    },
  ])
  expect(withoutChosen(draft).rows).toHaveLength(1)
  expect(batchOf(withReread(draft, [{ ...assignment('a0'), version: 4 }]))[0]!.version).toBe(4)
})

test('what belongs to none, or has no verdict, is chosen no longer', () => {
  const draft = withSureChosen(read(result([1])))
  const id = draft.rows[0]!.id
  expect(changedRow(draft, id, { assignmentId: null }).rows[0]!.chosen).toBe(false)
  expect(changedRow(draft, id, { comment: '' }).rows[0]!.chosen).toBe(true)
})

test('one assignment gets one verdict at a time', () => {
  const draft = withSureChosen(read(result([1]), result([1])))
  expect(chosenTwice(draft.rows)).toHaveLength(2)
  expect(chosenTwice(changedRow(draft, draft.rows[0]!.id, { chosen: false }).rows)).toHaveLength(0)
})

test('remarks say what to look over, where', () => {
  const warning = (code: string, message: string, line: number | null = null) => ({ code, message, line })
  expect(
    remarksOf([
      warning('not_found', 'reportDate: not found in the text'),
      warning('not_found', 'results: not found in the text'),
      warning('grade_unclear', '"Se avsnitt 3": the words are on no known scale', 28),
      warning('committee_unclear', '"Inför ”en” rutin.": it does not say which committee this is about'),
      warning('something_new', 'that nobody has words for'),
    ]),
  ).toEqual([
    'Rapportens dag hittades inte i texten. Fyll i den dag som bedömningarna gäller.',
    '”Se avsnitt 3” gick inte att tolka. Välj bedömning själv. Rad 28.',
    'Rapporten säger inte vilken nämnd som ”Inför ”en” rutin.” gäller.',
  ])
})
