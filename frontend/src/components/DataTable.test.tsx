import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { type Column, DataTable } from './DataTable'

interface Row {
  id: string
  name: string
  due: string
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Namn', cell: (row) => row.name, sortable: true },
  { id: 'due', header: 'Svar senast', cell: (row) => row.due, numeric: true },
]
const rows: Row[] = [{ id: '1', name: 'Bisysslor och jäv', due: '2024-02-29' }]

it('names each row by its first column and each value by its header', () => {
  render(<DataTable caption="Granskningar" columns={columns} rows={rows} rowId={(row) => row.id} />)
  const table = screen.getByRole('table', { name: 'Granskningar' })
  expect(within(table).getByRole('rowheader', { name: 'Bisysslor och jäv' })).toBeTruthy()
  expect(within(table).getByRole('cell', { name: '2024-02-29' }).dataset.l).toBe('Svar senast')
})

it('tells how it is sorted and asks for the other way', async () => {
  const onSort = vi.fn()
  const sorting = { column: 'name', descending: false }
  render(
    <DataTable caption="x" columns={columns} rows={rows} rowId={(row) => row.id} sorting={sorting} onSort={onSort} />,
  )
  expect(screen.getByRole('columnheader', { name: /Namn/ }).getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(screen.getByRole('button', { name: /Namn/ }))
  expect(onSort).toHaveBeenCalledWith({ column: 'name', descending: true })
})
