import { expect, it } from 'vitest'
import { periodLabel, readPeriod } from './period'

it('reads a period as it is written, and writes it the same', () => {
  for (const label of ['2026', 'T1 2026', 'T3 2025', 'kvartal 2 2026', 'februari 2024', '2026-01-01 – 2026-02-15']) {
    const period = readPeriod(label)
    expect(period && periodLabel(period)).toBe(label)
  }
  expect(readPeriod('februari 2024')).toEqual({ start: '2024-02-01', end: '2024-02-29' })
  expect(readPeriod('2026-03')).toEqual({ start: '2026-03-01', end: '2026-03-31' })
  expect(readPeriod('Q4 2026')).toEqual({ start: '2026-10-01', end: '2026-12-31' })
})

it('does not guess', () => {
  for (const words of ['', 'våren', 'T4 2026', 'kvartal 5 2026', '2026-13', '2026-02-01 – 2026-01-01'])
    expect(readPeriod(words)).toBeUndefined()
})
