import { expect, test } from 'vitest'
import { contentOf, newCommitteesOf } from './draft'
import { organization, reading } from './examples'
import { relinked } from './committees'
import { draftFromReading } from './fromReading'

const { draft } = draftFromReading(reading, organization)
const keyOf = (abbreviation: string) =>
  draft.committees.find((committee) => committee.abbreviation === abbreviation)?.key

test('a committee is suggested where its name is the same, and is otherwise new', () => {
  expect(
    draft.committees.map(({ link, name, abbreviation, isAudited }) => ({ link, name, abbreviation, isAudited })),
  ).toEqual([
    { link: 'amn', name: 'Arbetsmarknadsnämnden', abbreviation: 'AMN', isAudited: true },
    { link: null, name: 'Kultur- och fritidsnämnden', abbreviation: 'KFN', isAudited: true },
    { link: null, name: '', abbreviation: 'XN', isAudited: true },
    { link: 'ks', name: 'Kommunstyrelsen', abbreviation: 'KS', isAudited: false },
  ])
})

test('addressees have the day that the letter asks for', () => {
  expect(
    draft.addressees.map(({ committee, responseDue, registryNumber }) => [committee, responseDue, registryNumber]),
  ).toEqual([
    [keyOf('AMN'), '2024-02-29', 'AMN-2023-00403'],
    [keyOf('KS'), '2024-02-29', ''],
  ])
})

test('what the report calls a committee is the committee, in grades, recommendations and documents', () => {
  expect(draft.assessments.map(({ committee, grade }) => [committee, grade])).toEqual([
    [keyOf('AMN'), 'yes'],
    [keyOf('KFN'), ''],
  ])
  expect(draft.recommendations[0]?.committees).toEqual([keyOf('AMN'), keyOf('KFN')])
  expect(draft.documents[0]?.committee).toBe(keyOf('AMN'))
  expect(draft.questions[1]?.parentId).toBe(draft.questions[0]?.id)
})

test('the answer to which committee it is changes what is sent, and nothing else', () => {
  const kfn = keyOf('KFN') ?? ''
  expect(newCommitteesOf(draft).map(({ name }) => name)).toEqual(['Kultur- och fritidsnämnden', ''])
  const same = relinked(draft, kfn, organization[2])
  expect(contentOf(same).recommendations[0]?.committeeIds).toEqual(['amn', 'mbn'])
  const newAgain = relinked(same, kfn, undefined)
  expect(newAgain).toEqual(draft)
})

test('what is unknown is empty', () => {
  expect(draft.firm).toBe('')
  expect(draft.registryNumber).toBe('')
  expect(contentOf(draft).reportDate).toBe('2023-12-14')
})
