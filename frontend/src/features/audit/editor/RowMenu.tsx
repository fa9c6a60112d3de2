import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from '@/components/Button'
import { Icon, type IconName } from '@/components/icons'

export interface RowAction {
  label: string
  icon: IconName
  act: () => void
}

/** What can be done with one thing of a list: moving, removing. Actions that cannot be done now are left out. */
export function RowMenu({ label, actions }: { label: string; actions: readonly (RowAction | false)[] }) {
  return (
    <MenuTrigger>
      <IconButton label={label} icon="more" small={false} />
      <Popover className="pop" placement="bottom end">
        <Menu className="menu" aria-label={label}>
          {actions.map(
            (action) =>
              action && (
                <MenuItem key={action.label} id={action.label} className="option" onAction={action.act}>
                  <Icon name={action.icon} />
                  {action.label}
                </MenuItem>
              ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
