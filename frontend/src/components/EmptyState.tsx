import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons'

/** Nothing to show, and what one can do about it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon: IconName
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children && <p className="sub">{children}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
