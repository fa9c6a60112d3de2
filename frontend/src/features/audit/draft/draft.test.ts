import { expect, test } from 'vitest'
import { withNewCommittee } from './committees'
import { contentOf, draftOf, emptyDraft, newCommitteesOf } from './draft'
import { content, organization } from './examples'

test('a content becomes a draft and the same content again', () => {
  expect(contentOf(draftOf(content, organization))).toEqual(content)
})

test('a draft knows every committee that the content names, the audited ones first', () => {
  const { committees } = draftOf(content, organization)
  expect(committees.map(({ name, isAudited }) => [name, isAudited])).toEqual([
    ['Arbetsmarknadsnämnden', true],
    ['Miljö- och byggnadsnämnden', true],
    ['Kommunstyrelsen', false],
  ])
})

test('a committee that is linked to one of the organization is sent by its id, everywhere', () => {
  const draft = draftOf(content, organization)
  const committees = draft.committees.map((committee) =>
    committee.key === 'amn' ? { ...committee, link: 'another' } : committee,
  )
  const sent = contentOf({ ...draft, committees })
  expect(JSON.stringify(sent)).not.toContain('"amn"')
  expect(sent.committeeIds).toEqual(['another', 'mbn'])
  expect(sent.recommendations[0]?.committeeIds).toEqual(['another', 'ks'])
  expect(newCommitteesOf({ ...draft, committees })).toEqual([])
})

test('a committee without a link is added under its own key', () => {
  const draft = withNewCommittee(emptyDraft)
  const [added] = draft.committees
  const named = { ...draft, committees: [{ ...added!, name: ' Kulturnämnden ', abbreviation: 'KN' }] }
  expect(newCommitteesOf(named)).toEqual([{ id: added?.key, name: 'Kulturnämnden', abbreviation: 'KN' }])
  expect(contentOf(named).committeeIds).toEqual([added?.key])
  expect(contentOf(named).addressees.map(({ committeeId }) => committeeId)).toEqual([added?.key])
})

test('grades are sent only where one is chosen, and for those who are audited', () => {
  const draft = draftOf(content, organization)
  const ungraded = draft.assessments.map((assessment) =>
    assessment.committee === 'amn' ? { ...assessment, grade: '' as const } : assessment,
  )
  expect(contentOf({ ...draft, assessments: ungraded }).assessments).toHaveLength(1)

  const committees = draft.committees.map((committee) => ({ ...committee, isAudited: committee.key === 'mbn' }))
  const sent = contentOf({ ...draft, committees })
  expect(sent.committeeIds).toEqual(['mbn'])
  expect(sent.assessments.map(({ committeeId }) => committeeId)).toEqual(['mbn'])
  expect(sent.overallAssessments).toEqual([])
})

test('a committee that is neither audited nor asked is named nowhere, and not added', () => {
  const draft = draftOf(content, organization)
  const committees = draft.committees.map((committee) => ({ ...committee, isAudited: false, link: null }))
  const sent = contentOf({ ...draft, committees, addressees: draft.addressees.slice(1) })
  expect(sent.recommendations[0]?.committeeIds).toEqual(['ks'])
  expect(sent.documents[0]?.committeeId).toBe(null)
  expect(newCommitteesOf({ ...draft, committees, addressees: draft.addressees.slice(1) })).toHaveLength(1)
})

test('a document may concern a committee that the audit does not', () => {
  const documents = [{ title: 'Reglemente', date: null, committeeId: 'ks' }]
  const only = { ...content, addressees: [], recommendations: [], documents }
  expect(contentOf(draftOf(only, organization))).toEqual(only)
})
