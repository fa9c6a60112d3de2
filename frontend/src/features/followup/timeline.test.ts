import { describe, expect, it } from 'vitest'
import { answered, judged, measureReported, reported, sampleAssignment, sampleMeasure } from './sample'
import { saidSince, timelineOf } from './timeline'

const measure = sampleMeasure([measureReported('first', { on: '2024-05-20', at: '2024-05-20T08:00:00Z' })])

const assignment = sampleAssignment({
  answers: [answered('2024-02-15')],
  measures: [measure],
  progressReports: [
    reported('2024-05-20', 'ongoing', '2024-05-20T09:00:00Z'),
    reported('2024-11-15', 'done', '2024-11-15T09:00:00Z'),
  ],
  verdicts: [judged('2025-02-10', 'partly_addressed'), judged('2025-09-30', 'addressed', false)],
})

describe('timelineOf', () => {
  it('tells everything that was said, latest first', () => {
    expect(timelineOf(assignment).map(({ kind, day }) => `${day} ${kind}`)).toEqual([
      '2025-09-30 verdict',
      '2025-02-10 verdict',
      '2024-11-15 progress',
      '2024-05-20 progress',
      '2024-05-20 measure',
      '2024-02-15 decision',
      '2023-12-14 given',
    ])
  })

  it('goes by the day that is spoken of, also when it was said later', () => {
    const late = sampleAssignment({
      progressReports: [
        reported('2024-11-15', 'done', '2024-11-15T09:00:00Z'),
        reported('2024-06-01', 'ongoing', '2024-12-01T09:00:00Z'),
      ],
    })
    expect(timelineOf(late).map(({ day }) => day)).toEqual(['2024-11-15', '2024-06-01', '2023-12-14'])
  })

  it('begins with the decision of the day on which more was said', () => {
    const sameDay = sampleAssignment({
      answers: [answered('2024-02-15')],
      progressReports: [reported('2024-02-15', 'done')],
    })
    expect(timelineOf(sameDay).map(({ kind }) => kind)).toEqual(['progress', 'decision', 'given'])
  })

  it('says nothing of a day that the report does not give', () => {
    const { summary } = sampleAssignment()
    expect(timelineOf(sampleAssignment({ summary: { ...summary, reportDate: null } }))).toEqual([])
  })
})

describe('saidSince', () => {
  it('is what somebody else has added or confirmed', () => {
    const confirmed = sampleAssignment({
      ...assignment,
      progressReports: [...assignment.progressReports, reported('2025-10-02', 'continuous')],
      verdicts: [judged('2025-02-10', 'partly_addressed'), judged('2025-09-30', 'addressed')],
    })
    expect(saidSince(timelineOf(assignment), timelineOf(confirmed)).map(({ day }) => day)).toEqual([
      '2025-10-02',
      '2025-09-30',
    ])
  })

  it('is nothing where nothing was said', () => {
    expect(saidSince(timelineOf(assignment), timelineOf(assignment))).toEqual([])
  })
})
