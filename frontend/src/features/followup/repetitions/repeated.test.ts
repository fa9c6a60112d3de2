import { describe, expect, it } from 'vitest'
import type { EarlierRecommendation } from '../api'
import { repeatedIn, withLink } from './repeated'

const earlier = (id: string, linked: boolean): EarlierRecommendation => ({
  recommendationId: id,
  number: '1',
  text: 'Följ upp rutinen.',
  auditId: 'tidigare',
  auditTitle: 'Granskning av rutiner',
  reportDate: '2021-03-01',
  likeness: 0.5,
  linked,
})
const recommendations = [
  { id: 'a', number: '1', text: 'Följ upp rutinen årligen.' },
  { id: 'b', number: '2', text: 'Utbilda cheferna.' },
]
const found = [
  { recommendationId: 'a', earlier: [earlier('x', true), earlier('y', false)] },
  { recommendationId: 'b', earlier: [earlier('z', false)] },
]

describe('what is repeated', () => {
  it('shows likeness to those who may say what repeats, and to others what is said', () => {
    expect(repeatedIn({ items: found, mayLink: true }, recommendations).map(({ id }) => id)).toEqual(['a', 'b'])
    const told = repeatedIn({ items: found, mayLink: false }, recommendations)
    expect(told.map(({ id, earlier: links }) => [id, links.length])).toEqual([['a', 1]])
  })

  it('is told the server as a whole', () => {
    const [first] = repeatedIn({ items: found, mayLink: true }, recommendations)
    expect(first && withLink(first, earlier('y', false), true)).toEqual(['x', 'y'])
    expect(first && withLink(first, earlier('x', true), false)).toEqual([])
  })
})
