import { describe, expect, it } from 'vitest'
import { largest, refusalOf, sizeWords } from './size'

describe('a size in words', () => {
  it.each([
    [1, '1\u00a0kB'],
    [1024, '1\u00a0kB'],
    [1_000_000, '977\u00a0kB'],
    [1024 * 1024, '1\u00a0MB'],
    [3.44 * 1024 * 1024, '3,4\u00a0MB'],
    [largest, '50\u00a0MB'],
  ])('%d bytes', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
})

describe('a file', () => {
  it('is refused before it is sent, when it is empty or too large', () => {
    expect(refusalOf({ size: 0 })).toMatch(/tom/)
    expect(refusalOf({ size: largest + 1 })).toMatch(/50\u00a0MB/)
    expect(refusalOf({ size: largest })).toBeUndefined()
  })
})
