import { describe, expect, it } from 'vitest'
import { dateBefore, datesOf } from './measureDates'
import { measureReported, sampleMeasure } from './sample'

const autumn = { words: 'hösten 2024', precision: 'season', lastDay: '2024-11-30' } as const
const spring = { words: 'våren 2025', precision: 'season', lastDay: '2025-05-31' } as const

const moved = sampleMeasure([
  measureReported('first', { newReady: autumn, reason: 'Ingen fanns till hands.' }),
  measureReported('second', { progress: 'ongoing' }),
  measureReported('third', { newReady: spring, reason: 'Låsen byttes.' }),
])

describe('datesOf', () => {
  it('keeps every date with its reason; the last one applies', () => {
    expect(datesOf(moved)).toEqual([
      { date: moved.content.ready, reason: '', replaced: true },
      { date: autumn, reason: 'Ingen fanns till hands.', replaced: true },
      { date: spring, reason: 'Låsen byttes.', replaced: false },
    ])
  })

  it('is the decided date where none is new', () => {
    const measure = sampleMeasure([measureReported('only')])
    expect(datesOf(measure)).toEqual([{ date: measure.content.ready, reason: '', replaced: false }])
  })

  it('begins with the new one where none was decided', () => {
    const undated = { ...moved, content: { ...moved.content, ready: null } }
    expect(datesOf(undated).map(({ date }) => date.words)).toEqual(['hösten 2024', 'våren 2025'])
  })
})

describe('dateBefore', () => {
  it("is what a report's new date took the place of", () => {
    expect(dateBefore(moved, 'first')).toBe('april 2024')
    expect(dateBefore(moved, 'third')).toBe('hösten 2024')
    expect(dateBefore({ ...moved, content: { ...moved.content, ready: null } }, 'first')).toBeNull()
  })
})
