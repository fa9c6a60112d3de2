import { expect, test } from 'vitest'
import { draftOf } from './draft'
import { content, organization } from './examples'
import { assessmentAt, lacksGrade, overallOf, withAssessment, withOverall } from './grading'

const draft = draftOf(content, organization)

test('a grade that is set and taken back leaves the draft as it was', () => {
  const before = assessmentAt(draft, 'q1', 'amn')
  const changed = withAssessment(draft, { ...before, grade: 'yes' })
  expect(assessmentAt(changed, 'q1', 'amn').grade).toBe('yes')
  expect(withAssessment(changed, before)).toEqual(draft)
})

test('a cell that is emptied is no assessment', () => {
  const emptied = withAssessment(draft, { questionId: 'q1', committee: 'mbn', grade: '', verbatim: '' })
  expect(emptied.assessments).toHaveLength(1)
  expect(assessmentAt(emptied, 'q1', 'mbn')).toMatchObject({ grade: '', verbatim: '' })
})

test('words without a grade are not enough', () => {
  expect(lacksGrade({ grade: '', verbatim: 'Nja' })).toBe(true)
  expect(lacksGrade({ grade: 'not_graded', verbatim: 'Nja' })).toBe(false)
  expect(lacksGrade({ grade: '', verbatim: ' ' })).toBe(false)
})

test('overall assessments stand in the order of the committees', () => {
  const both = withOverall(draft, { committee: 'mbn', grade: 'no', verbatim: 'brister' })
  expect(both.overallAssessments.map(({ committee }) => committee)).toEqual(['amn', 'mbn'])
  expect(withOverall(both, { ...overallOf(both, 'mbn'), grade: '', verbatim: '' })).toEqual(draft)
})
