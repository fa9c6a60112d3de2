import { afterEach, describe, expect, it } from 'vitest'
import { selectedIn } from './selection'

describe('the words selected in a part', () => {
  afterEach(() => document.body.replaceChildren())

  function page(html: string): Element {
    document.body.innerHTML = html
    return document.body.firstElementChild!
  }

  it('are those of its field', () => {
    const part = page('<div><textarea>Nämnden tar fram en rutin.</textarea></div>')
    expect(selectedIn(part)).toBe('')
    part.querySelector('textarea')!.setSelectionRange(17, 25)
    expect(selectedIn(part)).toBe('en rutin')
  })

  it('are those on the page when they lie within it alone', () => {
    const part = page('<div><p>Ett</p><p>Två</p></div><p>Utanför</p>')
    document.getSelection()!.selectAllChildren(part.lastElementChild!)
    expect(selectedIn(part)).toBe('Två')
    document.getSelection()!.selectAllChildren(document.body)
    expect(selectedIn(part)).toBe('')
  })
})
