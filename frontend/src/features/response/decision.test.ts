import { describe, expect, it } from 'vitest'
import { emptyDecision } from '@/lib/decision'
import { decisionOf } from './decision'

const adopted = { sections: [], answers: [] }
const filled = {
  ...emptyDecision,
  meetingId: 'meeting',
  date: '2024-02-27',
  delegation: '6 kap. 39 § kommunallagen',
  paragraph: '31',
}

describe('decisionOf', () => {
  it('sends a meeting and no day when the committee decides', () => {
    expect(decisionOf('id', filled, adopted)).toMatchObject({
      meetingId: 'meeting',
      date: null,
      delegation: null,
      adopted: null,
    })
  })

  it('sends a day and a ground and no meeting when the chair decides', () => {
    expect(decisionOf('id', { ...filled, outcome: 'chair_decision' }, adopted)).toMatchObject({
      meetingId: null,
      date: '2024-02-27',
      delegation: '6 kap. 39 § kommunallagen',
    })
  })

  it('sends the adopted text with changes alone', () => {
    expect(decisionOf('id', { ...filled, outcome: 'adopted_with_changes' }, adopted).adopted).toBe(adopted)
  })

  it('leaves an empty comment out', () => {
    expect(decisionOf('id', { ...filled, comment: '  ' }, adopted).comment).toBeNull()
  })
})
