import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from '@/components/icons'
import { assignments, columns as t } from '@/lib/messages/followup'
import { type ListColumn, listColumns, usualColumns } from './search'

/** Which columns the list has, here and in the spreadsheets. */
export function ColumnsMenu({
  chosen = usualColumns,
  onChange,
}: {
  chosen: readonly ListColumn[] | undefined
  onChange: (columns: ListColumn[] | undefined) => void
}) {
  function choose(wanted: ReadonlySet<unknown>) {
    const columns = listColumns.filter((column) => wanted.has(column))
    onChange(columns.join() === usualColumns.join() ? undefined : columns)
  }
  return (
    <MenuTrigger>
      <AriaButton className="chip">
        {t.title}
        <Icon name="down" />
      </AriaButton>
      <Popover className="pop" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t.title}
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={chosen}
          onSelectionChange={(keys) => choose(keys === 'all' ? new Set(listColumns) : keys)}
        >
          {listColumns.map((column) => (
            <MenuItem key={column} id={column} className="option" textValue={assignments.columns[column]}>
              <Icon name="check" />
              {assignments.columns[column]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
