import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHead } from '@/components/PageHead'
import { administration, committee as t } from '@/lib/messages/organization'
import type { Committee } from './api'

/** A committee's head, with its two pages side by side. */
export function CommitteeHead({ committee, actions }: { committee: Committee; actions?: ReactNode }) {
  const { id, content } = committee
  return (
    <>
      <PageHead
        title={content.name}
        crumbs={[{ label: administration.committees, link: { to: '/administration/namnder' } }]}
        actions={actions}
      />
      <nav className="seg below" aria-label={t.pages}>
        <Link to="/administration/namnder/$id" params={{ id }} activeOptions={{ exact: true }}>
          {t.details}
        </Link>
        <Link to="/administration/namnder/$id/sammantraden" params={{ id }}>
          {t.meetings}
        </Link>
      </nav>
    </>
  )
}
