import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { common } from '@/lib/messages/common'

export interface Crumb {
  label: string
  link: LinkProps
}

/** A page's head: where it lies, what it is called, and its one primary button. Names the browser's tab too. */
export function PageHead({
  title,
  sub,
  crumbs,
  actions,
}: {
  title: string
  sub?: ReactNode
  crumbs?: readonly Crumb[]
  actions?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} – ${common.product}`
  }, [title])
  return (
    <div className="page-head">
      <div>
        {crumbs && (
          <nav className="crumbs" aria-label={common.crumbs}>
            <ol className="c">
              {crumbs.map((crumb) => (
                <li key={crumb.label}>
                  <Link {...crumb.link}>{crumb.label}</Link>
                </li>
              ))}
              <li aria-current="page">{title}</li>
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {sub && <p className="sub">{sub}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
