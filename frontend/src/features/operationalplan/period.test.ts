import { expect, it } from 'vitest'
import { periodOf } from './period'

it('suggests the report that is written at that time of the year', () => {
  expect(['2026-01-20', '2026-04-30', '2026-05-20', '2026-09-15', '2026-12-01'].map(periodOf)).toEqual([
    'year_end',
    'four_months',
    'four_months',
    'eight_months',
    'year_end',
  ])
})
