import { expect, test } from 'vitest'
import { draftOf } from './draft'
import { content, organization } from './examples'
import {
  changedRecommendation,
  cutsOf,
  isUntouched,
  mergerOf,
  movedRecommendation,
  splitOf,
  undoneOf,
  withoutRecommendation,
  withRearranged,
  withRecommendation,
  withWording,
} from './recommendations'

const draft = draftOf(content, organization)
const three = draftOf(
  {
    ...content,
    recommendations: [
      { id: 'r1', number: '1', text: 'Räkna nycklarna. ', variants: ['Räkna dem.'], committeeIds: ['amn', 'ks'] },
      { id: 'r2', number: '2', text: 'Kvittera dem.', variants: ['Räkna dem.', 'Kvittera.'], committeeIds: ['mbn'] },
      { id: 'r3', number: '3', text: 'Byt låsen.', variants: [], committeeIds: ['amn'] },
    ],
  },
  organization,
)
const numbersIn = ({ recommendations }: typeof draft) => recommendations.map(({ id, number }) => `${id} ${number}`)

test('the wording that is chosen changes place with the text', () => {
  const chosen = withWording(draft, 'r1', 'Räkna dem.')
  expect(chosen.recommendations[0]).toMatchObject({ text: 'Räkna dem.', variants: ['Räkna nycklarna.'] })
  expect(withWording(chosen, 'r1', 'Räkna nycklarna.')).toEqual(draft)
})

test('a new recommendation is to the audited committees, and numbers follow the order', () => {
  const two = withRecommendation(draft)
  const added = two.recommendations[1]
  expect(added).toMatchObject({ number: '2', committees: ['amn', 'mbn'] })
  const swapped = movedRecommendation(two, added?.id ?? '', -1)
  expect(swapped.recommendations.map(({ id, number }) => [id, number])).toEqual([
    [added?.id, '1'],
    ['r1', '2'],
  ])
  expect(withoutRecommendation(swapped, added?.id ?? '').recommendations.map(({ number }) => number)).toEqual(['1'])
})

test("a report's own numbers stay", () => {
  const own = { ...draft, recommendations: draft.recommendations.map((each) => ({ ...each, number: 'A' })) }
  const two = withRecommendation(own)
  expect(two.recommendations.map(({ number }) => number)).toEqual(['A', '1'])
  expect(movedRecommendation(two, 'r1', 1).recommendations.map(({ number }) => number)).toEqual(['1', 'A'])
})

test('two that are merged are one, to the committees of both, made of both', () => {
  const merger = mergerOf(three, 'r1')!
  const merged = withRearranged(three, merger)
  expect(merged.recommendations[0]).toEqual({
    id: 'r1',
    number: '1',
    text: 'Räkna nycklarna. Kvittera dem.',
    variants: ['Räkna dem.', 'Kvittera.'],
    committees: ['amn', 'mbn', 'ks'],
    madeOf: ['r1', 'r2'],
  })
  expect(numbersIn(merged)).toEqual(['r1 1', 'r3 2'])
  expect(withRearranged(merged, undoneOf(merger))).toEqual(three)
  expect(mergerOf(three, 'r3')).toBe(undefined)
})

test('one that is split is two, to the same committees, made of the same', () => {
  const split = splitOf(three, 'r1', 6)!
  const two = withRearranged(three, split)
  const added = two.recommendations[1]
  expect(two.recommendations[0]).toMatchObject({ text: 'Räkna', variants: ['Räkna dem.'], madeOf: ['r1'] })
  expect(added).toMatchObject({
    number: '2',
    text: 'nycklarna.',
    variants: [],
    committees: ['amn', 'ks'],
    madeOf: ['r1'],
  })
  expect(numbersIn(two)).toEqual(['r1 1', `${added?.id} 2`, 'r2 3', 'r3 4'])
  expect(withRearranged(two, undoneOf(split))).toEqual(three)
  expect(splitOf(three, 'r1', 0)).toBe(undefined)
  expect(splitOf(three, 'r1', 16)).toBe(undefined)
})

test("a report's own numbers stay when some are merged, and come back when that is undone", () => {
  const own = ['1', '2', '4'].reduce((now, number, at) => changedRecommendation(now, `r${at + 1}`, { number }), three)
  const merger = mergerOf(own, 'r2')!
  const merged = withRearranged(own, merger)
  expect(numbersIn(merged)).toEqual(['r1 1', 'r2 2'])
  expect(withRearranged(merged, undoneOf(merger))).toEqual(own)
})

test('it can be undone after others are changed or moved, but not when it would lose what is written', () => {
  const merger = mergerOf(three, 'r1')!
  const moved = movedRecommendation(withRearranged(three, merger), 'r1', 1)
  expect(isUntouched(moved, merger)).toBe(true)
  expect(numbersIn(withRearranged(moved, undoneOf(merger)))).toEqual(['r3 1', 'r1 2', 'r2 3'])
  expect(isUntouched(changedRecommendation(moved, 'r1', { text: 'Räkna allt.' }), merger)).toBe(false)
  expect(isUntouched(withoutRecommendation(moved, 'r1'), merger)).toBe(false)
})

test('a text is cut between its sentences, a single one before "och" and "samt"', () => {
  const partsOf = (text: string) => cutsOf(text).map((cut) => text.slice(cut).trim())
  expect(partsOf('Räkna nycklarna och låsen. Kvittera dem.')).toEqual(['Kvittera dem.'])
  expect(partsOf('Räkna nycklarna\nKvittera dem')).toEqual(['Kvittera dem'])
  expect(partsOf('Räkna nycklarna, samt kvittera dem')).toEqual(['samt kvittera dem'])
  expect(partsOf('Räkna nycklarna.')).toEqual([])
})
