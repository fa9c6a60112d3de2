import { expect, it } from 'vitest'
import type { Missing } from './api'
import { hintsOf, missingWords } from './missing'
import { sampleAnswer, sampleMeasure, sampleResponse } from './sample'

const response = sampleResponse({
  answers: [sampleAnswer('a1', ['3'], {}, [sampleMeasure('m1'), sampleMeasure('m2')])],
})
const none = { answerId: null, measureId: null, recommendationId: null }

it('names the answer, the measure and what is missing', () => {
  const words = (left: Missing) => missingWords(response, left)
  expect(words({ ...none, code: 'answer_without_stance', answerId: 'a1' })).toBe(
    'Rekommendation 3: ställningstagande saknas',
  )
  expect(words({ ...none, code: 'measure_without_function', answerId: 'a1', measureId: 'm2' })).toBe(
    'Rekommendation 3, åtgärd 2: ansvarig funktion saknas',
  )
  expect(words({ ...none, code: 'recommendation_without_answer', recommendationId: 'r9' })).toBe(
    'Ny rekommendation: svar saknas',
  )
})

it('hints once at what several measures lack', () => {
  const twice: Missing[] = ['m1', 'm2'].map((measureId) => ({
    ...none,
    code: 'measure_without_ready',
    answerId: 'a1',
    measureId,
  }))
  expect(hintsOf(twice)).toEqual(['när den är klar saknas'])
})
