import { expect, it } from 'vitest'
import type { PlacedComment } from '../api'
import { sampleResponse } from '../sample'
import { walkOf } from './walk'

const by = { id: 'm', name: 'Mats Åkerlind' }

function comment(id: string, part: string, resolvedAt: string | null = null): PlacedComment {
  const resolvedBy = resolvedAt === null ? null : by
  return { id, part, quote: '', text: 'Vilken?', by, at: '2024-01-22T15:12:00Z', resolvedBy, resolvedAt }
}

it('open comments are walked in reading order, and those without a place are told apart', () => {
  const comments = [
    comment('last', 'closing'),
    comment('dealt with', 'closing', '2024-01-23T08:00:00Z'),
    comment('gone', 'no such part'),
    comment('first', 'proposal'),
  ]
  const part = (place: string | null) => ({ part: place, html: '' })
  const through = { version: 1, memorandum: [part('proposal'), part(null)], response: [part('closing')] }
  const { along, beside } = walkOf(sampleResponse({ comments }), through)
  expect([along, beside].map((some) => some.map(({ id }) => id))).toEqual([['first', 'last'], ['gone']])
})
