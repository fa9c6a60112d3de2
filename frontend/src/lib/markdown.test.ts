import { describe, expect, it } from 'vitest'
import { type Edit, makeLink, toggleList, toggleMark } from './markdown'

function after(text: string, edit: Edit): { text: string; selected: string } {
  const changed = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  return { text: changed, selected: changed.slice(...edit.select) }
}

function selectionOf(text: string, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('toggleMark', () => {
  it('marks the selection and takes the marks away again', () => {
    const bold = after('en viktig sak', toggleMark('en viktig sak', { start: 3, end: 9 }, '**'))
    expect(bold).toEqual({ text: 'en **viktig** sak', selected: 'viktig' })
    expect(after(bold.text, toggleMark(bold.text, selectionOf(bold.text, 'viktig'), '**'))).toEqual({
      text: 'en viktig sak',
      selected: 'viktig',
    })
  })
})

describe('toggleList', () => {
  const text = 'Först\nett\ntvå\nsist'

  it('makes the lines of the selection a list, changes its kind, and makes them plain again', () => {
    const bullets = after(text, toggleList(text, selectionOf(text, 't\ntv'), 'bullets'))
    expect(bullets.text).toBe('Först\n- ett\n- två\nsist')
    const numbers = after(bullets.text, toggleList(bullets.text, selectionOf(bullets.text, 'ett\n- två'), 'numbers'))
    expect(numbers.text).toBe('Först\n1. ett\n2. två\nsist')
    const plain = after(numbers.text, toggleList(numbers.text, selectionOf(numbers.text, 'ett\n2. två'), 'numbers'))
    expect(plain.text).toBe(text)
  })

  it('begins a list on an empty line', () => {
    expect(after('', toggleList('', { start: 0, end: 0 }, 'bullets'))).toEqual({ text: '- ', selected: '' })
  })
})

describe('makeLink', () => {
  const words = { text: 'länktext', address: 'https://' }

  it('keeps the selected words and selects the address', () => {
    expect(after('se planen här', makeLink('se planen här', { start: 3, end: 9 }, words))).toEqual({
      text: 'se [planen](https://) här',
      selected: 'https://',
    })
  })
})
