import { describe, expect, it } from 'vitest'
import { periodWords } from '@/lib/messages/check'
import { deviatingIn, suggestedSeed, suggestionOf } from './suggestion'

describe('the outcome that is suggested', () => {
  it('follows the plan’s limit', () => {
    expect(suggestionOf(20, 0, 10)).toBe('no_deviation')
    expect(suggestionOf(20, 2, 10)).toBe('minor_deviation')
    expect(suggestionOf(20, 3, 10)).toBe('major_deviation')
    expect(suggestionOf(20, 1, 0)).toBe('major_deviation')
  })

  it('is not there until something has been counted', () => {
    expect(suggestionOf(null, 2, 10)).toBeNull()
    expect(suggestionOf(0, 0, 10)).toBeNull()
    expect(suggestionOf(20, null, 10)).toBeNull()
  })
})

it('counts the drawn rows that deviate, once one has been looked at', () => {
  const row = (result: 'agrees' | 'deviates' | null) => ({ row: 1, result, note: '' })
  expect(deviatingIn([row(null), row(null)])).toBeNull()
  expect(deviatingIn([row('agrees'), row(null)])).toBe(0)
  expect(deviatingIn([row('deviates'), row('agrees')])).toBe(1)
})

it('suggests a seed of the day, the control and chance', () => {
  expect(suggestedSeed('2024-09-17', 4)).toMatch(/^20240917-K4-\d{4}$/)
})

it('says a period in as few words as say it', () => {
  expect(periodWords('2024-09-01', '2024-09-30', 2024)).toBe('september')
  expect(periodWords('2024-07-01', '2024-09-30', 2024)).toBe('juli–september')
  expect(periodWords('2025-01-01', '2025-01-31', 2024)).toBe('januari 2025')
  expect(periodWords('2024-01-01', '2024-12-31', 2024)).toBe('helår 2024')
  expect(periodWords('2024-09-20', '2024-09-20', 2024)).toBe('2024-09-20')
})
