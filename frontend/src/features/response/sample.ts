// A response for the tests of the rules beside it.
import type { Answer, AnswerContent, Measure, Response } from './api'

const nothing: AnswerContent = {
  statement: null,
  stance: null,
  alreadyAddressed: false,
  dependsOnCommitteeId: null,
  text: '',
}

export function sampleMeasure(id: string, what = 'Skriv en rutin'): Measure {
  const content = { what, function: 'Enhetschef', start: null, ready: null }
  return { id, version: 1, content, confidentialGround: null, hidden: false }
}

export function sampleAnswer(
  id: string,
  numbers: string[],
  content: Partial<AnswerContent> = {},
  measures: Measure[] = [],
): Answer {
  const recommendations = numbers.map((number) => ({ id: `r${number}`, number, text: `Gör ${number}` }))
  return {
    id,
    version: 1,
    content: { ...nothing, ...content },
    recommendations,
    measures,
    confidentialGround: null,
    hidden: false,
  }
}

export function sampleResponse(changes: Partial<Response> = {}): Response {
  return {
    id: 'response',
    version: 1,
    content: { title: 'Yttrande över granskning av bisysslor', commonStance: null },
    auditId: 'audit',
    auditTitle: 'Granskning av bisysslor',
    addresseeId: 'addressee',
    committeeId: 'committee',
    registryNumber: 'AMN-2024-00001',
    responseDue: null,
    state: 'draft',
    officer: { id: 'officer', name: 'Elin Strandmark' },
    sections: (['introduction', 'other_measures', 'control_plan', 'operational_plan', 'closing'] as const).map(
      (kind) => ({ kind, version: 1, content: { text: '' } }),
    ),
    memorandum: null,
    answers: [],
    citations: [],
    history: [],
    decision: null,
    earlierDecisions: [],
    reception: null,
    supplementsId: null,
    supplementIds: [],
    inputRequests: [],
    comments: [],
    dispatches: [],
    editions: [],
    missing: [],
    may: [],
    ...changes,
  }
}
