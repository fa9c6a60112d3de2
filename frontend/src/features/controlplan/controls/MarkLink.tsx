import { Link } from '@tanstack/react-router'
import { Icon } from '@/components/icons'
import { checkMarks } from '@/components/marks'
import { checkLink } from './checkLink'
import type { Mark } from './marks'

/** A check as a mark that leads to it; one that is only planned in a draft has nowhere to lead. */
export function MarkLink({ mark: { id, standing }, label }: { mark: Mark; label: string }) {
  const { icon, tone } = checkMarks[standing]
  const look = standing === 'planned' ? 'plan0' : tone
  if (id === null)
    return (
      <span className={look}>
        <Icon name={icon} />
        <span className="vh">{label}</span>
      </span>
    )
  return (
    <Link {...checkLink(id)} className={look} aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  )
}
