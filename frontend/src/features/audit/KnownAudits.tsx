import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { PageHead } from '@/components/PageHead'
import { Skeleton } from '@/components/Skeleton'
import { showToast } from '@/components/Toasts'
import { audits } from '@/lib/messages/audit'
import { reading as words } from '@/lib/messages/reading'
import { auditMatchesQuery, type AuditSummary, type Reading } from './api'
import { ConfirmationPill } from './ConfirmationPill'

const t = words.known

/**
 * Asks, before a report is registered, whether it is an audit that there is already: the files may join it, or it is
 * registered as a new one. Where nothing is like it, or that cannot be told, `children` come at once.
 */
export function KnownAudits({
  reading,
  steps,
  join,
  children,
}: {
  reading: Reading
  steps: ReactNode
  /** Gives the files to an audit that there is. */
  join: (audit: AuditSummary) => Promise<void>
  children: ReactNode
}) {
  const { data: known = [], isPending } = useQuery(auditMatchesQuery(reading))
  const [isNew, setNew] = useState(false)
  if (isPending) return <Skeleton />
  if (isNew || known.length === 0) return children
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        crumbs={[
          { label: audits.title, link: { to: '/granskningar' } },
          { label: words.title, link: { to: '/granskningar/ny' } },
        ]}
        actions={steps}
      />
      <div className="stack">
        <div className="panel">
          <Matches known={known} join={join} />
        </div>
        <p className="sub">{t.joinHelp}</p>
        <div className="row">
          <Button look="go" onPress={() => setNew(true)}>
            {t.asNew}
          </Button>
        </div>
      </div>
    </>
  )
}

function Matches({ known, join }: { known: AuditSummary[]; join: (audit: AuditSummary) => Promise<void> }) {
  const navigate = useNavigate()
  const { may } = useViewer()
  const joining = useMutation({
    mutationFn: join,
    onSuccess: async (_, { id }) => {
      showToast({ tone: 'ok', title: t.joined })
      await navigate({ to: '/granskningar/$id', params: { id } })
    },
  })
  const columns: Column<AuditSummary>[] = [
    {
      id: 'audit',
      header: t.audit,
      cell: ({ id, title, firm }) => (
        <>
          <Link className="link" to="/granskningar/$id" params={{ id }}>
            {title}
          </Link>
          <span className="cap blk">{firm}</span>
        </>
      ),
    },
    { id: 'registryNumber', header: t.registryNumber, cell: ({ registryNumber }) => registryNumber },
    { id: 'state', header: t.state, cell: ({ confirmed }) => <ConfirmationPill isConfirmed={confirmed} /> },
    { id: 'reportDate', header: t.reportDate, numeric: true, cell: ({ reportDate }) => reportDate },
    {
      id: 'join',
      header: t.join,
      tools: true,
      cell: (audit) =>
        audit.confirmed && !may('audit.confirm') ? (
          <span className="cap">{t.confirmedHelp}</span>
        ) : (
          <Button
            small
            aria-label={t.joinLabel(audit.title)}
            isPending={joining.isPending && joining.variables.id === audit.id}
            onPress={() => joining.mutate(audit)}
          >
            {t.join}
          </Button>
        ),
    },
  ]
  return <DataTable caption={t.caption} columns={columns} rows={known} rowId={({ id }) => id} />
}
