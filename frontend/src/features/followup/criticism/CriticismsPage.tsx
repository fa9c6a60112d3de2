import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Select } from '@/components/Select'
import { Skeleton } from '@/components/Skeleton'
import { dateOf, today } from '@/lib/dates'
import { common, filtering } from '@/lib/messages/common'
import { criticisms as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { type Criticism, criticismsQuery, pageSize } from '../api'
import { EditCriticismDialog, NewCriticismDialog, RemoveCriticism } from './CriticismDialogs'

const route = getRouteApi('/shell/kritik')
const all = 'all'

/** The auditors' criticism in their yearly statements, by year and committee. */
export function CriticismsPage() {
  const { may } = useViewer()
  const [adding, setAdding] = useState(false)
  const mayEdit = may('criticism.edit')
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        actions={
          mayEdit && (
            <Button look="go" icon="plus" onPress={() => setAdding(true)}>
              {t.add}
            </Button>
          )
        }
      />
      <Filters />
      <Suspense fallback={<Skeleton />}>
        <CriticismList mayEdit={mayEdit} />
      </Suspense>
      {adding && <NewCriticismDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function Filters() {
  const { namnd, ar } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const choose = (part: { namnd?: string | undefined; ar?: number | undefined }) =>
    void navigate({ search: { namnd, ar, ...part }, replace: true })
  return (
    <div className="row filters labelled">
      <Select
        label={t.committee}
        value={namnd ?? all}
        onChange={(id) => choose({ namnd: id === all ? undefined : id })}
        options={[
          { id: all, label: t.anyCommittee },
          ...committees.map(({ id, content }) => ({ id, label: content.name })),
        ]}
      />
      <Select
        label={t.year}
        value={ar === undefined ? all : String(ar)}
        onChange={(year) => choose({ ar: year === all ? undefined : Number(year) })}
        options={[{ id: all, label: t.anyYear }, ...yearsWith(ar).map((year) => ({ id: year, label: year }))]}
      />
    </div>
  )
}

const yearsBack = 15

/** The latest years, and one that the address asks for. */
function yearsWith(asked: number | undefined): string[] {
  const now = Number(today().slice(0, 4))
  const latest = Array.from({ length: yearsBack }, (_, back) => now - back)
  return [...new Set([...latest, ...(asked === undefined ? [] : [asked])])].sort((a, b) => b - a).map(String)
}

function CriticismList({ mayEdit }: { mayEdit: boolean }) {
  const { namnd, ar, page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(criticismsQuery({ committeeId: namnd, year: ar, page }))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [edited, setEdited] = useState<Criticism>()
  const [removing, setRemoving] = useState<Criticism>()
  const nameOf = ({ content }: Criticism) => committeeName(committees, content.committeeId)
  if (data.total === 0)
    return (
      <div className="panel">
        {namnd !== undefined || ar !== undefined ? (
          <EmptyState
            icon="filter"
            title={t.nothingFits}
            actions={<Button onPress={() => void navigate({ search: {}, replace: true })}>{filtering.clear}</Button>}
          >
            {t.nothingFitsHelp}
          </EmptyState>
        ) : (
          <EmptyState icon="warn" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        )}
      </div>
    )
  const tools: Column<Criticism> = {
    id: 'tools',
    header: common.tools,
    tools: true,
    cell: (row) => (
      <>
        <IconButton label={t.change(nameOf(row), row.content.year)} icon="pencil" onPress={() => setEdited(row)} />
        <IconButton label={t.remove(nameOf(row), row.content.year)} icon="close" onPress={() => setRemoving(row)} />
      </>
    ),
  }
  const columns = columnsWith(nameOf)
  return (
    <div className="panel">
      <DataTable
        caption={t.caption}
        columns={mayEdit ? [...columns, tools] : columns}
        rows={data.items}
        rowId={({ id }) => id}
      />
      <Pagination page={page} pageSize={pageSize} total={data.total} />
      {edited && <EditCriticismDialog criticism={edited} onClose={() => setEdited(undefined)} />}
      {removing && (
        <RemoveCriticism criticism={removing} committee={nameOf(removing)} onClose={() => setRemoving(undefined)} />
      )}
    </div>
  )
}

const tones = { caution: 'warn', formal_remark: 'bad', discharge_denied: 'bad' } as const

function columnsWith(nameOf: (criticism: Criticism) => string): Column<Criticism>[] {
  return [
    { id: 'committee', header: t.committee, cell: (row) => <b>{nameOf(row)}</b> },
    { id: 'year', header: t.year, cell: ({ content }) => content.year },
    {
      id: 'kind',
      header: t.kind,
      cell: ({ content: { kind } }) => <Pill tone={tones[kind]}>{values.criticismKind[kind]}</Pill>,
    },
    {
      id: 'text',
      header: t.text,
      cell: ({ content }) => content.text && <span className="words small written blk">{content.text}</span>,
    },
    {
      id: 'registered',
      header: t.registered,
      cell: ({ at, by }) => <span className="cap">{t.by(dateOf(at), by.name)}</span>,
    },
  ]
}
