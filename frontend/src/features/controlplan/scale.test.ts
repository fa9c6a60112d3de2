import { describe, expect, it } from 'vitest'
import { categoriesFrom, resized, wordsOf } from './scale'

const before = [
  { code: 'finance', label: 'Ekonomi' },
  { code: 'legal', label: 'Lag' },
]

describe('categories as lines', () => {
  it('keep their codes when they are renamed, moved or added to', () => {
    expect(wordsOf(before)).toBe('Ekonomi\nLag')
    expect(categoriesFrom('Ekonomi\nLag och regelverk', before)[1]).toEqual({
      code: 'legal',
      label: 'Lag och regelverk',
    })
    expect(categoriesFrom('Lag\nEkonomi', before).map(({ code }) => code)).toEqual(['legal', 'finance'])
    expect(categoriesFrom('Ekonomi\nLag\nMiljö\n', before).map(({ code }) => code)).toEqual([
      'finance',
      'legal',
      'own_1',
      'own_2',
    ])
    expect(categoriesFrom('Miljö\nEkonomi\nLag', before).map(({ code }) => code)).toEqual(['own_1', 'finance', 'legal'])
  })
})

describe('steps', () => {
  it('keep their words when they become more or fewer', () => {
    const four = ['a', 'b', 'c', 'd'].map((label) => ({ label, description: '' }))
    expect(resized(four, 5, 'Nytt').map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd', 'Nytt'])
    expect(resized(four, 4, 'Nytt')).toEqual(four)
  })
})
