import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/icons'

interface File {
  name: string
  address: string
  /** Shown in a tab of its own rather than saved. */
  opens: boolean
}

/** Documents of the server's, behind one button. */
export function DownloadMenu({ label, files }: { label: string; files: readonly File[] }) {
  return (
    <MenuTrigger>
      <Button icon="download">{label}</Button>
      <Popover className="pop">
        <Menu className="menu" aria-label={label}>
          {files.map(({ name, address, opens }) => (
            <MenuItem
              key={name}
              className="option"
              textValue={name}
              href={address}
              {...(opens && { target: '_blank' })}
            >
              <Icon name="download" />
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
