import { type ReactNode, useId } from 'react'
import { partId } from './Contents'
import { RemarksAt } from './Remarks'

/** One part of the editor. `place` is where remarks on the whole part belong. */
export function Section({
  title,
  count,
  help,
  place,
  children,
}: {
  title: string
  count?: number
  help?: string
  place?: string
  children: ReactNode
}) {
  const heading = useId()
  return (
    <section className="panel in stack tight" id={partId(title)} aria-labelledby={heading} data-place={place}>
      <div className="head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {count !== undefined && <span className="cap">{count}</span>}
      </div>
      {help && <p className="sub">{help}</p>}
      {place && <RemarksAt place={place} />}
      {children}
    </section>
  )
}
