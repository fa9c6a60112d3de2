/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- on a narrow screen the rows become blocks, and browsers then forget what the table was */
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { common } from '@/lib/messages/common'
import { TickBox } from './Choices'
import { Icon } from './icons'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures and dates stand to the right. */
  numeric?: boolean
  /** The row's buttons, at its end: the header is only read out. */
  tools?: boolean
  sortable?: boolean
}

export interface Sorting {
  column: string
  descending: boolean
}

/** Rows that may be picked out, to do something with many at once. */
export interface Picking<Row> {
  picked: (row: Row) => boolean
  pickable: (row: Row) => boolean
  onPick: (row: Row, picked: boolean) => void
  /** Names the row in its box. */
  label: (row: Row) => string
}

/**
 * A table of things. The first column names the row. Where there is no room, each row becomes a block with the column's
 * name before its value.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowId,
  sorting,
  onSort,
  picking,
  wide = false,
}: {
  /** Says what the table holds; read out, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  picking?: Picking<Row> | undefined
  /** Many columns: what names the row keeps its width, and the paper lies down. */
  wide?: boolean
}) {
  return (
    <div className="tbl">
      <table className={wide ? 'stacks tracks wide' : 'stacks'} role="table">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {picking && (
              <th scope="col" role="columnheader" className="pick">
                <span className="vh">{common.pick}</span>
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                role="columnheader"
                className={column.numeric ? 'num' : undefined}
                aria-sort={sortOf(column, sorting)}
              >
                {column.sortable && onSort ? (
                  <SortButton column={column} sorting={sorting} onSort={onSort} />
                ) : (
                  <span className={column.tools ? 'vh' : undefined}>{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowId(row)} role="row" className={picking?.picked(row) ? 'on' : undefined}>
              {picking && (
                <td role="cell" className="pick">
                  {picking.pickable(row) && <Pick row={row} picking={picking} />}
                </td>
              )}
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row" role="rowheader">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="cell"
                    className={column.tools ? 'tools-cell' : column.numeric ? 'num' : undefined}
                    data-l={column.tools ? undefined : column.header}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Pick<Row>({ row, picking }: { row: Row; picking: Picking<Row> }) {
  return (
    <AriaCheckbox
      className="tick"
      aria-label={common.pickRow(picking.label(row))}
      isSelected={picking.picked(row)}
      onChange={(picked) => picking.onPick(row, picked)}
    >
      <TickBox />
    </AriaCheckbox>
  )
}

function SortButton<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>
  sorting: Sorting | undefined
  onSort: (sorting: Sorting) => void
}) {
  const active = sorting?.column === column.id
  return (
    <button
      type="button"
      className="sort"
      onClick={() => onSort({ column: column.id, descending: active && !sorting.descending })}
    >
      {column.header}
      <span className="vh">{common.sort}</span>
      {active && <Icon name={sorting.descending ? 'down' : 'up'} />}
    </button>
  )
}

function sortOf<Row>(column: Column<Row>, sorting: Sorting | undefined): 'ascending' | 'descending' | undefined {
  if (sorting?.column !== column.id) return undefined
  return sorting.descending ? 'descending' : 'ascending'
}
