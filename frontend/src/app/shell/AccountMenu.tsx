import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useViewer } from '@/api/session'
import { Icon, type IconName } from '@/components/icons'
import { shell as t } from '@/lib/messages/shell'
import { values, wordOf } from '@/lib/messages/values'
import { chooseTheme, storedTheme, type Theme } from '@/lib/theme'
import { useChooseOrganization, useSignOut } from './session'

/** The reader's name, with theme, organization, account and sign-out behind it. */
export function AccountMenu() {
  const { session } = useViewer()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <MenuTrigger>
      <Button className="who" aria-label={t.accountMenu(session.account.name)}>
        <span>{session.account.name}</span>
        <Icon name="down" />
        <small>{roleWords(session.roles)}</small>
      </Button>
      <Popover className="pop" placement="top start">
        <Menu className="menu">
          <OrganizationSection />
          <ThemeSection />
          <Separator />
          <Item icon="user" label={t.account} onAction={() => void navigate({ to: '/konto' })} />
          <Item icon="sign-out" label={t.signOut} onAction={() => void signOut()} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function OrganizationSection() {
  const { session } = useViewer()
  const choose = useChooseOrganization()
  if (session.organizations.length < 2) return null
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={session.organization ? [session.organization.id] : []}
      onSelectionChange={([id]) => void choose(String(id))}
    >
      <Header className="cap">{t.organizations}</Header>
      {session.organizations.map((organization) => (
        <Item key={organization.id} id={organization.id} icon="check" label={organization.name} />
      ))}
    </MenuSection>
  )
}

function ThemeSection() {
  const [theme, setTheme] = useState(storedTheme)
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={([chosen]) => {
        chooseTheme(chosen as Theme)
        setTheme(chosen as Theme)
      }}
    >
      <Header className="cap">{t.theme}</Header>
      {Object.entries(t.themes).map(([id, label]) => (
        <Item key={id} id={id} icon="check" label={label} />
      ))}
    </MenuSection>
  )
}

function Item({ icon, label, ...item }: { id?: string; icon: IconName; label: string; onAction?: () => void }) {
  return (
    <MenuItem {...item} className="option" textValue={label}>
      <Icon name={icon} />
      {label}
    </MenuItem>
  )
}

function roleWords(roles: readonly { role: string }[]): string {
  return [...new Set(roles.map(({ role }) => wordOf(values.role, role)))].join(', ')
}
