import { Link } from '@tanstack/react-router'
import { common } from '@/lib/messages/common'
import { administration, committee as t } from '@/lib/messages/organization'
import type { Committee } from './api'

/** Where one is, and the committee's two pages. */
export function CommitteeHead({ committee, id }: { committee: Committee; id: string }) {
  return (
    <div className="head">
      <div>
        <nav className="crumbs" aria-label={common.crumbs}>
          <ol className="c">
            <li>
              <Link to="/administration/namnder">{administration.committees}</Link>
            </li>
            <li aria-current="page">{committee.content.name}</li>
          </ol>
        </nav>
        <h2 id={id}>{committee.content.name}</h2>
      </div>
      <nav className="seg end" aria-label={committee.content.name}>
        <Link to="/administration/namnder/$id" params={{ id: committee.id }} activeOptions={{ exact: true }}>
          {t.details}
        </Link>
        <Link to="/administration/namnder/$id/sammantraden" params={{ id: committee.id }}>
          {t.meetings}
        </Link>
      </nav>
    </div>
  )
}
