import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons'

export type Tone = 'ok' | 'warn' | 'bad'

/** A remark near the place it is about. `appears`: it came by itself, and is read out. */
export function Note({
  title,
  tone,
  icon = tone === 'ok' ? 'check' : tone ? 'warn' : 'info',
  actions,
  appears,
  children,
}: {
  title: string
  tone?: Tone
  icon?: IconName
  actions?: ReactNode
  appears?: boolean
  children?: ReactNode
}) {
  return (
    <div className={tone ? `note ${tone}` : 'note'} role={appears ? 'alert' : undefined}>
      <Icon name={icon} />
      <div>
        <strong>{title}</strong>
        {children}
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  )
}

/** A state in a word or two. */
export function Pill({ tone, icon, children }: { tone?: Tone | 'acc'; icon?: IconName; children: ReactNode }) {
  return (
    <span className={tone ? `pill ${tone}` : 'pill'}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
