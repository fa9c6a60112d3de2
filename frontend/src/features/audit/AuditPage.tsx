import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { committeesQuery } from '@/api/queries'
import { PageHead } from '@/components/PageHead'
import { audit as t, audits } from '@/lib/messages/audit'
import { AddresseesPanel } from './AddresseesPanel'
import { type Audit, auditQuery } from './api'
import { AuditActions } from './AuditActions'
import { AuditFacts } from './AuditFacts'
import { ConfirmationPill } from './ConfirmationPill'
import { GradesPanel } from './GradesPanel'
import { OverallPanel } from './OverallPanel'
import { RecommendationsPanel } from './RecommendationsPanel'
import { ReviewedDocuments } from './ReviewedDocuments'

const route = getRouteApi('/shell/granskningar/$id')

/** One audit: whom it is addressed to, what it asks, how it grades and what it recommends. */
export function AuditPage({
  children,
}: {
  /** What other capabilities have to say of the audit, last. */
  children?: ReactNode
}) {
  const { id } = route.useParams()
  const { data: audit } = useSuspenseQuery(auditQuery(id))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      <PageHead
        title={audit.content.title}
        sub={<Sub audit={audit} />}
        crumbs={[{ label: audits.title, link: { to: '/granskningar' } }]}
        actions={<AuditActions audit={audit} />}
      />
      <div className="cols early">
        <div className="stack">
          <AddresseesPanel audit={audit} committees={committees} />
          <RecommendationsPanel audit={audit} committees={committees} />
          <GradesPanel content={audit.content} committees={committees} />
          <OverallPanel content={audit.content} committees={committees} />
          <ReviewedDocuments documents={audit.content.documents} committees={committees} />
          {children}
        </div>
        <AuditFacts audit={audit} />
      </div>
    </>
  )
}

function Sub({ audit: { content, confirmation } }: { audit: Audit }) {
  const known = [content.firm, content.reportDate && t.reportedOn(content.reportDate)].filter(Boolean).join(' · ')
  return (
    <>
      {known} <ConfirmationPill isConfirmed={confirmation !== null} />
    </>
  )
}
