import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { Button, LinkButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { DueDate, ResponseStatePill } from '@/components/marks'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { optionsOf, Select } from '@/components/Select'
import { Skeleton } from '@/components/Skeleton'
import { confidentiality } from '@/lib/messages/confidentiality'
import { responses as t } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { pageSize, type ResponseFilter, responsesQuery, type ResponseState, type ResponseSummary } from './api'

const route = getRouteApi('/shell/yttranden')
const all = 'all'

/** The committees' responses: states and dates, also of drafts that the reader may not open. */
export function ResponsesPage() {
  const { lage: state, namnd: committeeId, page = 1 } = route.useSearch()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} />
      <Filters state={state} committeeId={committeeId} />
      <Suspense fallback={<Skeleton />}>
        <ResponseList state={state} committeeId={committeeId} page={page} />
      </Suspense>
    </>
  )
}

function Filters({ state, committeeId }: Omit<ResponseFilter, 'page'>) {
  const navigate = route.useNavigate()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const choose = (search: { lage?: ResponseState | undefined; namnd?: string | undefined }) =>
    void navigate({ search: { lage: state, namnd: committeeId, ...search }, replace: true })
  return (
    <div className="row filters labelled">
      <Select
        label={t.state}
        value={state ?? all}
        onChange={(id) => choose({ lage: id === all ? undefined : id })}
        options={[{ id: all, label: t.anyState }, ...optionsOf(values.responseState)]}
      />
      <Select
        label={t.committee}
        value={committeeId ?? all}
        onChange={(id) => choose({ namnd: id === all ? undefined : id })}
        options={[
          { id: all, label: t.anyCommittee },
          ...committees.map(({ id, content }) => ({ id, label: content.name })),
        ]}
      />
    </div>
  )
}

function ResponseList(filter: ResponseFilter) {
  const { data } = useSuspenseQuery(responsesQuery(filter))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  if (data.total === 0) return <Nothing filtered={Boolean(filter.state ?? filter.committeeId)} />
  return (
    <div className="panel">
      <DataTable
        caption={t.caption}
        columns={columns((id) => committeeName(committees, id))}
        rows={data.items}
        rowId={({ id }) => id}
      />
      <Pagination page={filter.page} pageSize={pageSize} total={data.total} />
    </div>
  )
}

function columns(nameOf: (committeeId: string) => string): Column<ResponseSummary>[] {
  return [
    {
      id: 'audit',
      header: t.audit,
      cell: ({ id, auditTitle, supplementsId }) =>
        auditTitle ? (
          <>
            <Link className="link" to="/yttranden/$id" params={{ id }}>
              {auditTitle}
            </Link>{' '}
            {supplementsId && <Pill>{t.supplement}</Pill>}
          </>
        ) : (
          <Pill icon="shield">{confidentiality.short}</Pill>
        ),
    },
    { id: 'committee', header: t.committee, cell: ({ committeeId }) => nameOf(committeeId) },
    {
      id: 'registryNumber',
      header: t.registryNumber,
      cell: ({ registryNumber }) => <span className="nb">{registryNumber}</span>,
    },
    { id: 'state', header: t.state, cell: ({ state }) => <ResponseStatePill state={state} /> },
    {
      id: 'responseDue',
      header: t.responseDue,
      numeric: true,
      cell: ({ responseDue, state }) => responseDue && <DueDate date={responseDue} settled={state === 'delivered'} />,
    },
    { id: 'decidedOn', header: t.decidedOn, numeric: true, cell: ({ decidedOn }) => decidedOn },
  ]
}

function Nothing({ filtered }: { filtered: boolean }) {
  const navigate = route.useNavigate()
  return (
    <div className="panel">
      {filtered ? (
        <EmptyState
          icon="filter"
          title={t.nothingFits}
          actions={<Button onPress={() => void navigate({ search: {}, replace: true })}>{t.clearFilter}</Button>}
        >
          {t.nothingFitsHelp}
        </EmptyState>
      ) : (
        <EmptyState icon="response" title={t.empty} actions={<LinkButton to="/granskningar">{t.toAudits}</LinkButton>}>
          {t.emptyHelp}
        </EmptyState>
      )}
    </div>
  )
}
