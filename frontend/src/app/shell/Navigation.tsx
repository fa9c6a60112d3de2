import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { onlyContributes, useViewer } from '@/api/session'
import { Icon, type IconName } from '@/components/icons'
import { givenMeasuresQuery } from '@/features/followup/api'
import { givenInputQuery } from '@/features/input/api'
import { controlPlans } from '@/lib/messages/controlplan'
import { assignments, criticisms, given as givenMeasures, overview, rounds } from '@/lib/messages/followup'
import { indicators } from '@/lib/messages/indicator'
import { replying } from '@/lib/messages/input'
import { wheel } from '@/lib/messages/notice'
import { operationalPlans } from '@/lib/messages/operationalplan'
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
  {
    label: assignments.title,
    icon: 'recommendations',
    link: { to: '/rekommendationer' },
    permission: 'followup.read',
  },
  { label: overview.title, icon: 'report', link: { to: '/oversikt' }, permission: 'followup.read' },
  { label: rounds.title, icon: 'returned', link: { to: '/uppfoljningar' }, permission: 'followup.read' },
  { label: criticisms.title, icon: 'warn', link: { to: '/kritik' }, permission: 'followup.read' },
  {
    label: controlPlans.title,
    icon: 'shield',
    link: { to: '/internkontroll' },
    permission: 'controlplan.follow',
  },
  {
    label: operationalPlans.title,
    icon: 'plan',
    link: { to: '/verksamhetsplan' },
    permission: 'operationalplan.follow',
  },
  { label: indicators.title, icon: 'numbers', link: { to: '/nyckeltal' }, permission: 'indicator.read' },
  { label: wheel.title, icon: 'calendar', link: { to: '/arshjul' } },
]

const inputItem: Item = { label: replying.title, icon: 'attachment', link: { to: '/underlag' } }
const measuresItem: Item = { label: givenMeasures.title, icon: 'p-on', link: { to: '/mina-atgarder' } }

const settingsItems: Item[] = [{ label: t.administration, icon: 'gear', link: { to: '/administration' } }]

export function MainNavigation() {
  const { session } = useViewer()
  const enabled = session.organization !== null
  const { data: input } = useQuery({ ...givenInputQuery, enabled })
  const { data: measures } = useQuery({ ...givenMeasuresQuery, enabled })
  if (onlyContributes(session)) return <Items label={t.mainMenu} items={[inputItem, measuresItem]} />
  const own = [...(input?.total ? [inputItem] : []), ...(measures?.total ? [measuresItem] : [])]
  return <Items label={t.mainMenu} items={[...mainItems, ...own]} />
}

export function SettingsNavigation() {
  const { session } = useViewer()
  if (onlyContributes(session)) return null
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
