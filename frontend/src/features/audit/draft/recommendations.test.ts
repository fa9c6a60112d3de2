import { expect, test } from 'vitest'
import { draftOf } from './draft'
import { content, organization } from './examples'
import { movedRecommendation, withoutRecommendation, withRecommendation, withWording } from './recommendations'

const draft = draftOf(content, organization)

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
