import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { SearchField } from '@/components/SearchField'
import { common } from '@/lib/messages/common'
import { people as t } from '@/lib/messages/identity'
import { values } from '@/lib/messages/values'
import { type Membership, membershipsQuery, pageSize } from './api'
import { EditPersonDialog } from './EditPersonDialog'
import { NewPersonDialog } from './NewPersonDialog'

const route = getRouteApi('/shell/administration/personer')

export function PeoplePage() {
  const { q = '', page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { may } = useViewer()
  const { data } = useSuspenseQuery(membershipsQuery(q, page))
  const [open, setOpen] = useState<Membership | 'new'>()
  const close = () => setOpen(undefined)
  const search = (words: string) => void navigate({ search: words ? { q: words } : {} })
  const mayEdit = may('people.edit')

  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        actions={
          <>
            <SearchField key={q} label={t.search} value={q} onSearch={search} />
            {mayEdit && (
              <Button look="go" icon="plus" onPress={() => setOpen('new')}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      <div className="panel">
        {data.total === 0 ? (
          <EmptyState
            icon="people"
            title={q ? t.noHits : t.empty}
            actions={q && <Button onPress={() => search('')}>{t.clearSearch}</Button>}
          />
        ) : (
          <PeopleTable memberships={data.items} onEdit={mayEdit ? setOpen : undefined} />
        )}
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
      {open === 'new' && <NewPersonDialog onClose={close} />}
      {open && open !== 'new' && <EditPersonDialog membership={open} onClose={close} />}
    </>
  )
}

function PeopleTable({
  memberships,
  onEdit,
}: {
  memberships: readonly Membership[]
  onEdit: ((membership: Membership) => void) | undefined
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { session } = useViewer()

  function grantWords({ role, committeeId }: Membership['content']['roles'][number]): string {
    return committeeId ? t.roleInScope(values.role[role], committeeName(committees, committeeId)) : values.role[role]
  }

  const columns: Column<Membership>[] = [
    { id: 'name', header: t.name, cell: ({ account }) => account.name },
    { id: 'email', header: t.email, cell: ({ account }) => account.email },
    { id: 'function', header: t.function, cell: ({ content }) => content.title },
    {
      id: 'roles',
      header: t.roles,
      cell: ({ content }) => (
        <ul className="c">
          {content.roles.map((grant) => (
            <li key={grant.role + grant.committeeId}>{grantWords(grant)}</li>
          ))}
        </ul>
      ),
    },
  ]
  if (onEdit) {
    columns.push({
      id: 'edit',
      header: common.tools,
      tools: true,
      // Nobody changes their own roles.
      cell: (membership) =>
        membership.account.id === session.account.id ? null : (
          <IconButton label={t.edit(membership.account.name)} icon="pencil" onPress={() => onEdit(membership)} />
        ),
    })
  }
  return <DataTable caption={t.caption} columns={columns} rows={memberships} rowId={({ id }) => id} />
}
