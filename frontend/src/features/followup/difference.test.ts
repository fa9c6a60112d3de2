import { describe, expect, it } from 'vitest'
import { doneSince, standingOf } from './difference'
import { judged, reported, sampleAssignment } from './sample'

const { summary } = sampleAssignment()

describe('doneSince', () => {
  it('is the day from which done or continuous has been said without a break', () => {
    const reports = [
      reported('2024-01-10', 'done'),
      reported('2024-03-01', 'ongoing'),
      reported('2024-11-15', 'done'),
      reported('2025-01-20', 'continuous'),
    ]
    expect(doneSince(reports)).toBe('2024-11-15')
  })

  it('is not there while the last word is another', () => {
    expect(doneSince([reported('2024-01-10', 'done'), reported('2024-03-01', 'ongoing')])).toBeUndefined()
    expect(doneSince([])).toBeUndefined()
  })
})

describe('standingOf', () => {
  const progressReports = [reported('2024-11-15', 'done')]

  it('counts from the word that made the difference', () => {
    const verdict = judged('2025-02-10', 'partly_addressed')
    const differing = sampleAssignment({
      summary: { ...summary, difference: 'differs' },
      progressReports,
      verdicts: [verdict, judged('2025-02-15', 'addressed', false)],
    })
    expect(standingOf(differing, '2025-02-20')).toEqual({
      kind: 'differs',
      progress: 'done',
      since: '2024-11-15',
      verdict,
      days: 10,
    })
  })

  it('knows what the auditors said before the committee was done', () => {
    const verdict = judged('2024-06-01', 'not_addressed')
    const unexamined = sampleAssignment({
      summary: { ...summary, difference: 'unexamined' },
      progressReports,
      verdicts: [verdict],
    })
    expect(standingOf(unexamined, '2024-11-25')).toMatchObject({ kind: 'unexamined', verdict, days: 10 })
  })

  it('is not there where nothing differs', () => {
    expect(standingOf(sampleAssignment({ progressReports }), '2025-01-01')).toBeUndefined()
  })
})
