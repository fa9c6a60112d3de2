import { describe, expect, it } from 'vitest'
import { meetingToReach, planBackwards } from './planning'

function meeting(date: string, dates: Partial<Record<'manuscriptStop' | 'preparation' | 'dispatch', string>> = {}) {
  return { date, manuscriptStop: null, preparation: null, dispatch: null, ...dates }
}

const january = meeting('2024-01-18')
const february = meeting('2024-02-15', { manuscriptStop: '2024-01-29', dispatch: '2024-02-08' })
const march = meeting('2024-03-21')
const today = '2024-02-01'

describe('meetingToReach', () => {
  it('is the last one before the due date', () => {
    expect(meetingToReach('2024-03-31', [march, january, february], today)).toBe(march)
    expect(meetingToReach('2024-02-29', [march, january, february], today)).toBe(february)
  })

  it('may be on the due date itself, and today', () => {
    expect(meetingToReach('2024-02-15', [february], '2024-02-15')).toBe(february)
  })

  it('is none when all before the due date have passed', () => {
    expect(meetingToReach('2024-02-09', [january, february], today)).toBeUndefined()
  })

  it('is the next one when nothing is due', () => expect(meetingToReach(null, [march, february], today)).toBe(february))
})

describe('planBackwards', () => {
  it('puts the meeting, what comes before it and the due date in order', () => {
    expect(planBackwards('2024-02-29', [january, february, march], today)).toEqual([
      { date: '2024-01-29', what: 'manuscriptStop', state: 'did' },
      { date: '2024-02-08', what: 'dispatch', state: 'now' },
      { date: '2024-02-15', what: 'meeting', state: 'ahead' },
      { date: '2024-02-29', what: 'due', state: 'ahead' },
    ])
  })

  it('shows the meeting that comes too late', () => {
    expect(planBackwards('2024-02-09', [february], today)).toEqual([
      { date: '2024-02-09', what: 'due', state: 'now' },
      { date: '2024-02-15', what: 'lateMeeting', state: 'ahead' },
    ])
  })

  it('keeps a due date that has passed', () => {
    expect(planBackwards('2024-01-20', [], today)).toEqual([{ date: '2024-01-20', what: 'due', state: 'did' }])
  })
})
