import { describe, expect, it } from 'vitest'
import type { Missing } from './api'
import {
  addressOf,
  answerName,
  isEmpty,
  numbersOf,
  partAt,
  quotedIn,
  returnOf,
  sentBackBy,
  subjectOf,
  unansweredOf,
} from './parts'
import { sampleAnswer, sampleMeasure, sampleResponse } from './sample'

const left = (answerId: string): Missing => ({
  code: 'answer_without_text',
  answerId,
  measureId: null,
  recommendationId: null,
})

describe('the part at an address', () => {
  const response = sampleResponse({
    answers: [sampleAnswer('a1', ['1']), sampleAnswer('a2', ['2'])],
    missing: [left('a2')],
  })

  it('is found again by the address it gives', () => {
    for (const section of response.sections) {
      const part = { kind: 'section', section } as const
      expect(partAt(response, addressOf(part))).toEqual(part)
    }
    expect(partAt(response, addressOf({ kind: 'title' }))).toEqual({ kind: 'title' })
    expect(partAt(response, 'a1')).toMatchObject({ kind: 'answer', answer: { id: 'a1' } })
  })

  it('is the first that is not complete without an address, or with that of an answer that is gone', () => {
    expect(partAt(response, undefined)).toMatchObject({ answer: { id: 'a2' } })
    expect(partAt(response, 'gone')).toMatchObject({ answer: { id: 'a2' } })
    expect(partAt({ ...response, missing: [] }, undefined)).toMatchObject({ answer: { id: 'a1' } })
    expect(partAt(sampleResponse(), undefined)).toEqual({ kind: 'title' })
  })
})

describe('what an answer is called', () => {
  it('lists its recommendations as people do', () => {
    expect(numbersOf([])).toBe('')
    expect(answerName(sampleAnswer('a', ['3']))).toBe('Rekommendation 3')
    expect(answerName(sampleAnswer('a', ['1', '2', '4']))).toBe('Rekommendation 1, 2 och 4')
  })

  it('says that it is to a statement', () => {
    const answer = sampleAnswer('a', [], { statement: 'Det finns ingen rutin.' })
    expect(answerName(answer)).toBe('Revisorernas uttalande')
    expect(quotedIn(answer)).toEqual(['Det finns ingen rutin.'])
  })
})

describe('an empty answer', () => {
  it('has neither stance, text, measure nor anything beside', () => {
    expect(isEmpty(sampleAnswer('a', ['1'], { text: ' \n' }))).toBe(true)
    expect(isEmpty(sampleAnswer('a', ['1'], { stance: 'accepts' }))).toBe(false)
    expect(isEmpty(sampleAnswer('a', ['1'], { alreadyAddressed: true }))).toBe(false)
    expect(isEmpty(sampleAnswer('a', ['1'], {}, [sampleMeasure('m')]))).toBe(false)
  })
})

describe('the comment of a returned draft', () => {
  const by = { id: 'm', name: 'Mats Åkerlind' }
  const history = [
    { action: 'submit', to: 'submitted', at: '2024-01-20T12:00:00Z', by, comment: null },
    { action: 'return', to: 'draft', at: '2024-01-22T15:12:00Z', by, comment: 'Funktion saknas.' },
  ] as const

  it('stands until the draft is submitted again', () => {
    expect(returnOf(sampleResponse({ history: [...history] }))?.comment).toBe('Funktion saknas.')
    const again = [...history, { ...history[0], at: '2024-01-23T12:00:00Z' }]
    expect(returnOf(sampleResponse({ state: 'submitted', history: again }))).toBeUndefined()
  })
})

describe('the decision of a draft that came back from the committee', () => {
  const by = { id: 's', name: 'Sara Lindgren' }
  const back = { action: 'refer_back', to: 'draft', at: '2024-02-15T15:00:00Z', by, comment: 'Ange tidplan.' } as const
  const decision = {
    id: 'd',
    outcome: 'referred_back',
    meetingId: 'm',
    date: '2024-02-15',
    delegation: null,
    paragraph: '12',
    comment: 'Ange tidplan.',
    verifiedOn: null,
    registeredBy: by,
    registeredAt: '2024-02-15T15:00:00Z',
  } as const

  it('is the last one, until the draft is submitted again', () => {
    const earlierDecisions = [{ ...decision, id: 'first' }, decision]
    expect(sentBackBy(sampleResponse({ history: [back], earlierDecisions }))?.id).toBe('d')
    const again = { ...back, action: 'submit', to: 'submitted' } as const
    expect(sentBackBy(sampleResponse({ history: [back, again], earlierDecisions }))).toBeUndefined()
  })
})

it("a supplement may answer the committee's own recommendations that it does not answer yet", () => {
  const response = sampleResponse({ answers: [sampleAnswer('a', ['1'])] })
  const recommendations = [
    { id: 'r1', committeeIds: ['committee'] },
    { id: 'r2', committeeIds: ['committee', 'other'] },
    { id: 'r3', committeeIds: ['other'] },
  ]
  expect(unansweredOf(response, recommendations).map(({ id }) => id)).toEqual(['r2'])
})

it('an audit is about what its title says after its first words', () => {
  expect(subjectOf('Granskning av bisysslor och jäv')).toBe('bisysslor och jäv')
  expect(subjectOf('Fördjupad granskning avseende elevhälsa')).toBe('elevhälsa')
  expect(subjectOf('Otillåten påverkan')).toBe('Otillåten påverkan')
})
