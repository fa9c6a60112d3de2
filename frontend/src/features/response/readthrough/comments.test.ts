import { expect, it } from 'vitest'
import type { PlacedComment } from '../api'
import { sampleResponse } from '../sample'
import { commentsAt } from './comments'

const by = { id: 'm', name: 'Mats Åkerlind' }

function comment(id: string, part: string, resolvedAt: string | null = null): PlacedComment {
  const resolvedBy = resolvedAt === null ? null : by
  return { id, part, quote: '', text: 'Vilken?', by, at: '2024-01-22T15:12:00Z', resolvedBy, resolvedAt }
}

it('the comments at a part are those that are open and those that are dealt with', () => {
  const comments = [comment('a', 'closing'), comment('b', 'closing', '2024-01-23T08:00:00Z'), comment('c', 'answer')]
  const { open, resolved } = commentsAt(sampleResponse({ comments }), 'closing')
  expect([open, resolved].map((some) => some.map(({ id }) => id))).toEqual([['a'], ['b']])
})
