import { describe, expect, it } from 'vitest'
import { differs, measureChanges, proposalOf, withAnswer, withSection } from './adoption'
import { sampleAnswer, sampleMeasure, sampleResponse } from './sample'

const response = sampleResponse({
  answers: [
    sampleAnswer('a1', ['1'], { stance: 'accepts', text: 'Ja.' }, [sampleMeasure('m1'), sampleMeasure('m2')]),
    sampleAnswer('a2', ['2'], { text: 'Nej.' }),
  ],
})
const proposal = proposalOf(response)

describe('the adopted text', () => {
  it('begins as all of the proposal', () => {
    expect(proposal.sections).toHaveLength(5)
    expect(proposal.answers.map(({ id, stance, text }) => [id, stance, text])).toEqual([
      ['a1', 'accepts', 'Ja.'],
      ['a2', null, 'Nej.'],
    ])
    expect(proposal.answers[0]?.measures.map(({ id }) => id)).toEqual(['m1', 'm2'])
  })

  it('differs once something in it is changed, and only there', () => {
    const changed = withAnswer(withSection(proposal, { kind: 'closing', text: 'Slut.' }), {
      id: 'a2',
      stance: 'rejects',
      text: 'Nej, inte nu.',
      measures: [],
    })
    expect(differs(proposal, proposalOf(response))).toBe(false)
    expect(differs(proposal, changed)).toBe(true)
    expect(changed.answers[0]).toEqual(proposal.answers[0])
    expect(changed.sections.filter((section, place) => differs(section, proposal.sections[place]))).toEqual([
      { kind: 'closing', text: 'Slut.' },
    ])
  })
})

describe('changed measures', () => {
  it('are those added, changed and taken out', () => {
    const [first, second] = proposal.answers[0]?.measures ?? []
    if (!first || !second) throw new Error('the sample has two measures')
    const renamed = { ...second, content: { ...second.content, what: 'Skriv två rutiner' } }
    const added = { id: 'm3', content: first.content }
    expect(measureChanges([first, second], [first, second])).toEqual([])
    expect(measureChanges([first, second], [renamed, added])).toEqual([
      { change: 'changed', measure: renamed },
      { change: 'added', measure: added },
      { change: 'removed', measure: first },
    ])
  })
})
