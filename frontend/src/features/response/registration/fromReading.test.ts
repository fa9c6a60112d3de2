import { describe, expect, it } from 'vitest'
import { emptyDraft, registrationOf, stanceName, textName } from './draft'
import { fromReading, type ReadAnswer, type ResponseReading } from './fromReading'

const recommendations = [
  { id: 'r1', number: '1', text: 'Ta fram en plan för bibliotekens bestånd.', variants: [], committeeIds: ['k'] },
  { id: 'r2', number: '2', text: 'Redovisa utlåningen för nämnden varje tertial.', variants: [], committeeIds: ['k'] },
]

function answer(part: Partial<ReadAnswer>): ReadAnswer {
  return { number: null, recommendation: null, stance: null, verbatim: null, text: 'Svaret.', ...part }
}

function reading(answers: ReadAnswer[]): ResponseReading {
  return {
    title: null,
    committee: null,
    registryNumber: null,
    date: null,
    decidedOn: '2023-05-04',
    paragraph: '41',
    proposedDecision: [],
    answers,
    warnings: [],
  }
}

describe('what was read of a decided response', () => {
  it('is placed by number, or by words in common, and is marked as read', () => {
    const { draft, unplaced } = fromReading(
      emptyDraft(recommendations),
      reading([
        answer({
          recommendation: 'att redovisa utlåningen för nämnden varje tertial',
          text: 'Det görs.',
          stance: 'rejects',
        }),
        answer({ number: '1', text: 'En plan tas fram.' }),
        answer({ number: '7', text: 'Något annat.' }),
      ]),
      recommendations,
    )
    const [first, second] = draft.answers
    expect([first?.text, second?.text, second?.stance]).toEqual(['En plan tas fram.', 'Det görs.', 'rejects'])
    expect(unplaced.map(({ text }) => text)).toEqual(['Något annat.'])
    expect(draft.unseen).toEqual([
      'decision/date',
      'decision/paragraph',
      textName(draft.answers[0]!),
      stanceName(draft.answers[1]!),
      textName(draft.answers[1]!),
    ])
  })

  it('is not placed by a number whose quoted words speak of something else', () => {
    const { draft, unplaced } = fromReading(
      emptyDraft(recommendations),
      reading([answer({ number: '1', recommendation: 'Mät vattnet i badhuset' })]),
      recommendations,
    )
    expect(draft.answers[0]?.text).toBe('')
    expect(unplaced).toHaveLength(1)
  })

  it('leaves what is typed already', () => {
    const typed = { ...emptyDraft(recommendations), date: '2023-05-05' }
    expect(fromReading(typed, reading([]), recommendations).draft).toMatchObject({
      date: '2023-05-05',
      unseen: ['decision/paragraph'],
    })
  })
})

describe('the registration', () => {
  it('has the answers that say something', () => {
    const draft = emptyDraft(recommendations)
    const second = { ...draft.answers[1]!, text: 'Det görs.' }
    const sent = registrationOf('id', 'a', 'Yttrande', {
      ...draft,
      answers: [draft.answers[0]!, second],
      paragraph: '§ 41',
    })
    expect(sent.answers.map(({ recommendationIds }) => recommendationIds)).toEqual([['r2']])
    expect(sent.decision).toMatchObject({ paragraph: '41', delegation: null })
    expect(sent.deliveredOn).toBeNull()
  })
})
