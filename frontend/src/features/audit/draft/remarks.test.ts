import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Schema } from '@/api/client'
import { organization, reading } from './examples'
import { draftFromReading } from './fromReading'
import { places } from './places'
import { remarksOf } from './remarks'

const { draft } = draftFromReading(reading, organization)
const remark = (code: string, message: string, line: number | null = null) =>
  remarksOf([{ code, message, line }], draft)[0]

test('a value that is not found is told at its field', () => {
  expect(remark('not_found', 'firm: not found in the text')).toEqual({
    place: 'firm',
    words: 'Sakkunnigt biträde hittades inte i texten.',
  })
  expect(remark('not_found', 'responseDue: not found in the text')?.place).toBe('addressees')
  expect(remark('not_found', 'report: no part of the text looks like an audit report; the longest is read')).toEqual({
    place: 'report',
    words: 'Texten ser inte ut som en revisionsrapport.',
  })
})

test('wordings that differ are told at the recommendation, or with both wordings at the question', () => {
  expect(remark('wordings_differ', 'recommendation 1 is worded in 2 ways', 215)).toEqual({
    place: places.recommendation(draft.recommendations[0]?.id ?? ''),
    words: 'Rekommendation 1 har flera lydelser. Välj vilken som gäller. Rad 215.',
    line: 215,
  })
  expect(remark('wordings_differ', 'question 1.1: the matrix words it "Kvitteras \\"alla\\"?"')).toEqual({
    place: places.question(draft.questions[1]?.id ?? ''),
    words: 'Fråga 1.1 står också som ”Kvitteras "alla"?”.',
  })
})

test('a recommendation to nobody is told at it', () => {
  expect(remark('committee_unclear', 'recommendation 1: to none of the committees')).toEqual({
    place: places.recommendation(draft.recommendations[0]?.id ?? ''),
    words: 'Rekommendation 1 lämnas inte till någon av nämnderna. Välj vem den gäller, eller ta bort den.',
  })
})

test("a grade that cannot be read is told in the question's row", () => {
  const place = places.assessments(draft.questions[0]?.id ?? '')
  expect(remark('grade_unclear', 'question 1, KFN: "Nja" is on no known scale')).toEqual({
    place,
    words: 'Fråga 1, KFN: ”Nja” finns inte i skalan. Välj bedömning.',
  })
  expect(remark('grade_unclear', 'question 1: no grade can be read for KFN')).toEqual({
    place,
    words: 'Fråga 1, KFN: bedömningen kunde inte läsas.',
  })
  expect(remark('not_found', 'assessments: no grade found for question 1.1')).toEqual({
    place: places.assessments(draft.questions[1]?.id ?? ''),
    words: 'Bedömningen av fråga 1.1 hittades inte i texten.',
  })
  expect(remark('not_found', 'assessments: no grade found for question 1 and AMN, KFN')).toEqual({
    place,
    words: 'Bedömningen av fråga 1, AMN, KFN hittades inte i texten.',
  })
  expect(remark('not_found', 'overallAssessments: not found for AMN')).toEqual({
    place: places.overall(draft.committees[0]?.key ?? ''),
    words: 'Samlad bedömning av AMN hittades inte i texten.',
  })
  expect(remark('grades_differ', 'overall assessment of AMN: also "ja" here')?.place).toBe(
    places.overall(draft.committees[0]?.key ?? ''),
  )
})

test('an abbreviation is told at its committee', () => {
  const matched = 'AMN is never expanded in the report; its letters fit Arbetsmarknadsnämnden alone'
  expect(remark('abbreviation_matched', matched)).toEqual({
    place: places.committee(draft.committees[0]?.key ?? ''),
    words: 'AMN skrivs aldrig ut i rapporten. Bara Arbetsmarknadsnämnden passar.',
  })
  expect(remark('abbreviation_unknown', 'XN is never expanded in the report and fits none')).toEqual({
    place: places.committee(draft.committees[2]?.key ?? ''),
    words: 'XN skrivs aldrig ut i rapporten. Välj vilken nämnd det är.',
  })
})

test('a date that stands otherwise elsewhere is told with that date', () => {
  expect(remark('dates_differ', 'the date for the response is 2024-03-01 here', 7)).toEqual({
    place: 'addressees',
    words: 'Dagen för svar är 2024-03-01 på ett annat ställe. Rad 7.',
    line: 7,
  })
})

test('of several files the remark says which', () => {
  const [told] = remarksOf([{ code: 'ocr_noise', message: 'letters are missing', line: 7, file: 1 }], draft)
  expect(told).toMatchObject({ line: 7, file: 1 })
  expect(told?.words).toMatch(/ Rad 7 i fil 2\.$/)
})

test('a code from a newer server is told all the same', () => {
  expect(remark('something_new', 'title: strange')).toEqual({ place: 'title', words: 'Titeln behöver ses över.' })
})

test('remarks stand in the order of the form', () => {
  const told = ['documents', 'title', 'criteria', 'responseDue'].map((value) => ({
    code: 'not_found',
    message: `${value}: not found in the text`,
    line: null,
  }))
  expect(remarksOf(told, draft).map(({ place }) => place)).toEqual(['title', 'addressees', 'criteria', 'documents'])
})

test('the same remark is told once', () => {
  const twice = [1, 2].map(() => ({ code: 'not_found', message: 'criteria: not found in the text', line: null }))
  expect(remarksOf(twice, draft)).toHaveLength(1)
})

test("what the reader's own examples warn of, of a question or a recommendation, is told at that one", () => {
  const folder = join(import.meta.dirname, '../../../../../internal/reading/testdata')
  const readings = readdirSync(folder)
    .filter((name) => readdirSync(join(folder, name)).includes('expected.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Schema['Reading'])
    .filter((read) => 'questions' in read)
  const told = readings.flatMap((read) => {
    const { draft: begun } = draftFromReading(read, organization)
    const about = read.warnings.filter(({ message }) => /^recommendation |\bquestion /.test(message))
    return about.map((warning) => ({ message: warning.message, place: remarksOf([warning], begun)[0]?.place }))
  })
  expect(told.length).toBeGreaterThan(10)
  expect(told.filter(({ place }) => !place?.includes('/'))).toEqual([])
})
