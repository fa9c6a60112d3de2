import { describe, expect, it } from 'vitest'
import { firstMonths, occurrencesOf, usualSchedule } from './schedule'

describe('occurrencesOf', () => {
  it('sets the planned and the last day from the end of each period', () => {
    const quarters = occurrencesOf(usualSchedule('quarterly'), 2026)
    expect(quarters).toHaveLength(4)
    expect(quarters[0]).toEqual({
      periodStart: '2026-01-01',
      periodEnd: '2026-03-31',
      plannedOn: '2026-04-15',
      lastOn: '2026-04-30',
    })
    expect(quarters[3]?.lastOn).toBe('2027-01-30')
  })

  it('leaves no day out at New Year: the first period begins where the last of the year before ended', () => {
    const [first] = occurrencesOf({ ...usualSchedule('half_yearly'), firstMonth: 4 }, 2026)
    expect(first).toMatchObject({ periodStart: '2025-11-01', periodEnd: '2026-04-30' })
    const [yearly] = occurrencesOf(usualSchedule('yearly'), 2026)
    expect(yearly).toMatchObject({ periodStart: '2025-11-01', periodEnd: '2026-10-31' })
  })

  it('knows the leap day', () => {
    expect(occurrencesOf(usualSchedule('monthly'), 2028)[1]).toMatchObject({
      periodStart: '2028-02-01',
      periodEnd: '2028-02-29',
    })
  })

  it('has one check of what is checked once, and none of what waits for an event', () => {
    expect(occurrencesOf({ ...usualSchedule('once'), firstMonth: 9 }, 2026)).toMatchObject([
      { periodStart: '2026-01-01', periodEnd: '2026-09-30' },
    ])
    expect(occurrencesOf(usualSchedule('on_event'), 2026)).toEqual([])
  })
})

describe('firstMonths', () => {
  it('are those within the first period', () => {
    expect(firstMonths('quarterly')).toEqual([1, 2, 3])
    expect(firstMonths('monthly')).toEqual([1])
    expect(firstMonths('yearly')).toHaveLength(12)
  })
})
