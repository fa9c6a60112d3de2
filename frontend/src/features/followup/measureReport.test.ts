import { describe, expect, it } from 'vitest'
import { emptyReport, reasonFor, reportOf } from './measureReport'

const draft = { ...emptyReport('2024-05-20'), progress: 'ongoing' as const, reason: 'Låsen byttes.' }
const newReady = { words: 'våren 2025', precision: 'season' as const, lastDay: '2025-05-31' }

describe('a report on a measure', () => {
  it('asks for a reason with a new date, and with the end of it', () => {
    expect(reasonFor(draft)).toBeUndefined()
    expect(reasonFor({ ...draft, newReady })).toBe('newDate')
    expect(reasonFor({ ...draft, newReady, progress: 'cancelled' })).toBe('cancelled')
  })

  it('sends no reason where none is asked for any more', () => {
    expect(reportOf('id', draft)).toMatchObject({ id: 'id', on: '2024-05-20', reason: '' })
    expect(reportOf('id', { ...draft, newReady })).toMatchObject({ newReady, reason: 'Låsen byttes.' })
  })

  it('moves no date of what is done', () => {
    const done = { ...draft, newReady, progress: 'done' as const }
    expect(reportOf('id', done)).toMatchObject({ newReady: null, reason: '' })
  })
})
