import { describe, expect, it } from 'vitest'
import { type ResponsePlan, wayOf } from './way'

const meeting = (date: string) => ({
  id: '0190a0c0-0000-7000-8000-000000000001',
  version: 1,
  committeeId: '0190a0c0-0000-7000-8000-000000000002',
  content: { date, manuscriptStop: null, preparation: null, dispatch: null },
})
const plan: ResponsePlan = {
  today: '2024-02-01',
  received: '2024-01-10',
  due: '2024-02-29',
  lastMeeting: meeting('2024-02-22'),
  nextMeeting: meeting('2024-02-22'),
  warning: null,
  steps: [
    { kind: 'received', date: '2024-01-10', done: true },
    { kind: 'draft_ready', date: '2024-01-31', done: false },
    { kind: 'meeting', date: '2024-02-22', done: false },
    { kind: 'due', date: '2024-02-29', done: false },
  ],
}

describe('wayOf', () => {
  it('has the first step that is not done at hand, also when its day has passed', () =>
    expect(wayOf(plan).map(({ what, state }) => [what, state])).toEqual([
      ['received', 'did'],
      ['draftReady', 'now'],
      ['meeting', 'ahead'],
      ['due', 'ahead'],
    ]))

  it('ends with the next meeting where that is too late', () => {
    const late: ResponsePlan = { ...plan, lastMeeting: null, nextMeeting: meeting('2024-03-21') }
    expect(wayOf(late).at(-1)).toEqual({ what: 'lateMeeting', date: '2024-03-21', state: 'ahead' })
  })

  it('does not call a meeting late that is in time but has passed its manuscript stop', () => {
    const passed: ResponsePlan = { ...plan, lastMeeting: null, nextMeeting: meeting('2024-02-08') }
    expect(wayOf(passed).at(-1)?.what).toBe('due')
  })
})
