import { Link, type LinkProps } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { Icon, type IconName } from '@/components/icons'
import { responses } from '@/lib/messages/response'
import { shell as t } from '@/lib/messages/shell'

interface Item {
  label: string
  icon: IconName
  link: LinkProps
  /** Shown to those who have it somewhere; to everybody when not given. */
  permission?: string
}

/** The main menu, in its order. A capability's pages come in by a line here and a file in routes. */
const mainItems: Item[] = [
  { label: t.start, icon: 'home', link: { to: '/', activeOptions: { exact: true } } },
  { label: t.audits, icon: 'audit', link: { to: '/granskningar' }, permission: 'audit.read' },
  { label: responses.title, icon: 'response', link: { to: '/yttranden' }, permission: 'response.follow' },
]

const settingsItems: Item[] = [{ label: t.administration, icon: 'gear', link: { to: '/administration' } }]

export function MainNavigation() {
  return <Items label={t.mainMenu} items={mainItems} />
}

export function SettingsNavigation() {
  return <Items label={t.settingsMenu} items={settingsItems} />
}

function Items({ label, items }: { label: string; items: readonly Item[] }) {
  const { may } = useViewer()
  return (
    <nav className="nav" aria-label={label}>
      <ul>
        {items
          .filter((item) => item.permission === undefined || may(item.permission))
          .map((item) => (
            <li key={item.label}>
              <Link {...item.link}>
                <Icon name={item.icon} />
                {item.label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
