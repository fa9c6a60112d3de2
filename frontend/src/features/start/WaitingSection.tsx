import type { ReactNode } from 'react'
import { start as t } from '@/lib/messages/start'
import type { WaitingList } from './api'

/** One of the lists under its heading; says when there is more than it shows. */
export function WaitingSection({
  id,
  title,
  list,
  children,
}: {
  id: string
  title: string
  list: WaitingList
  children: ReactNode
}) {
  if (list.total === 0) return null
  return (
    <section aria-labelledby={id} className="stack tight">
      <div className="head">
        <h2 id={id}>{title}</h2>
        <span className="cap">
          {list.total > list.items.length ? t.firstOf(list.items.length, list.total) : list.total}
        </span>
      </div>
      {children}
    </section>
  )
}
