import { expect, it } from 'vitest'
import { columnsOf, listOf } from './faults'

const faults = [
  { row: 3, column: 'Status', code: 'unknown_value', detail: 'så gott som\nklar' },
  { row: 4, column: 'Nämnd', code: 'committee_not_found', detail: 'Havsnämnden' },
  { row: 5, column: 'Status', code: 'unknown_value', detail: '?' },
  { row: 1, column: null, code: 'column_missing', detail: 'Nämnd' },
]

it('names the columns that have faults once', () => {
  expect(columnsOf(faults)).toEqual(['Status', 'Nämnd', 'Hela raden'])
})

it('copies a row for each fault, a cell for each part', () => {
  const rows = listOf(faults).split('\n')
  expect(rows).toHaveLength(5)
  expect(rows[1]?.split('\t')).toEqual([
    '3',
    'Status',
    'Värdet är inte ett av dem som kolumnen tar.',
    'så gott som klar',
  ])
})
