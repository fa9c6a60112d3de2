import { describe, expect, it } from 'vitest'
import { withReply } from './input'

describe('withReply', () => {
  it('puts the reply last, as a paragraph of its own', () =>
    expect(withReply('Nämnden ser över rutinen.\n', ' Larm hanteras av jouren. ')).toBe(
      'Nämnden ser över rutinen.\n\nLarm hanteras av jouren.',
    ))

  it('is the reply alone where nothing is written', () =>
    expect(withReply(' ', 'Larm hanteras av jouren.')).toBe('Larm hanteras av jouren.'))

  it('does not say the same twice', () => {
    const once = withReply('Nämnden ser över rutinen.', 'Larm hanteras av jouren.')
    expect(withReply(once, 'Larm hanteras av jouren.')).toBe(once)
  })
})
