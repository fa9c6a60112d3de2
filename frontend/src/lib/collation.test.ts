import { expect, it } from 'vitest'
import { sortedBy } from './collation'

it('sorts å, ä and ö last, and numbers by size', () => {
  const names = ['Öljenämnden', 'Zonnämnden', 'Ärendenämnden', 'Ånämnden', 'K10', 'K2']
  expect(sortedBy(names, (name) => name)).toEqual([
    'K2',
    'K10',
    'Zonnämnden',
    'Ånämnden',
    'Ärendenämnden',
    'Öljenämnden',
  ])
})
