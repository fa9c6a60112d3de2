import { expect, test } from 'vitest'
import {
  committeeLike,
  committeeMeant,
  isLinkedTwice,
  relinked,
  withLinkedCommittee,
  withoutCommittee,
} from './committees'
import { draftOf, emptyDraft } from './draft'
import { committee, content, organization } from './examples'

test('the name decides which committee is meant; the abbreviation only where there is no name', () => {
  const meant = (name: string | null, abbreviation: string | null) =>
    committeeMeant(organization, { name, abbreviation })?.id
  expect(meant('miljö och byggnads-nämnden', null)).toBe('mbn')
  expect(meant('Miljö- och byggnads-nämnden', null)).toBe('mbn')
  expect(meant('ARBETSMARKNADSNÄMNDEN', 'AN')).toBe('amn')
  expect(meant('Arvodesnämnden', 'AMN')).toBe(undefined)
  expect(meant(null, 'amn')).toBe('amn')
  expect(committeeMeant([committee('x', 'Namnlösa', '')], { name: null, abbreviation: null })).toBe(undefined)
})

test('one that goes by another name is suggested by abbreviation or likeness, unless it is another one already', () => {
  const like = (name: string, abbreviation = '', taken: string[] = []) =>
    committeeLike(organization, { name, abbreviation }, taken)?.id
  expect(like('Arbetsmarknads- och vuxenutbildningsnämnden')).toBe('amn')
  expect(like('Miliö och byggnadsnämnden')).toBe('mbn')
  expect(like('Nämnden för bygglov', 'MBN')).toBe('mbn')
  expect(like('Byggnadsnämnden')).toBe('mbn')
  expect(like('Byggnadsnämnden', '', ['mbn'])).toBe(undefined)
  expect(like('Kulturnämnden')).toBe(undefined)
  expect(like('Nämnden')).toBe(undefined)
})

test('a committee that is added is audited and asked, by the day that the others have', () => {
  const [amn, ks] = [organization[1]!, organization[0]!]
  const first = withLinkedCommittee(emptyDraft, amn)
  const dated = { ...first, addressees: [{ ...first.addressees[0]!, responseDue: '2024-02-29' }] }
  const both = withLinkedCommittee(dated, ks)
  expect(both.committees.every(({ isAudited }) => isAudited)).toBe(true)
  expect(both.addressees.map(({ committee: key, responseDue }) => [key, responseDue])).toEqual([
    ['amn', '2024-02-29'],
    ['ks', '2024-02-29'],
  ])
})

test('a committee that is taken away is named nowhere', () => {
  const left = withoutCommittee(draftOf(content, organization), 'amn')
  expect(JSON.stringify(left)).not.toContain('"amn"')
  expect(left.recommendations[0]?.committees).toEqual(['ks'])
  expect(left.documents).toHaveLength(2)
})

test('two that are the same committee are found', () => {
  const draft = relinked(draftOf(content, organization), 'mbn', organization[1])
  expect(draft.committees.map((each) => isLinkedTwice(draft.committees, each))).toEqual([true, true, false])
})
