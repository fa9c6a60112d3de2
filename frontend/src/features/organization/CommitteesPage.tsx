import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { administration, committee as t, succession } from '@/lib/messages/organization'
import { values } from '@/lib/messages/values'
import type { Committee } from './api'
import { NewCommitteeDialog } from './NewCommitteeDialog'

const columns: Column<Committee>[] = [
  {
    id: 'name',
    header: t.name,
    cell: ({ id, content, successorId }) => (
      <>
        <Link to="/administration/namnder/$id" params={{ id }} className="link">
          {content.name}
        </Link>{' '}
        {successorId !== null && <Pill>{succession.pill}</Pill>}
      </>
    ),
  },
  { id: 'abbreviation', header: t.abbreviation, cell: ({ content }) => content.abbreviation },
  { id: 'kind', header: t.kind, cell: ({ content }) => values.committeeKind[content.kind] },
  { id: 'pattern', header: t.pattern, cell: ({ content }) => content.registryNumberPattern },
]

export function CommitteesPage() {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={administration.committees}
        sub={t.sub}
        actions={
          may('organization.edit') && (
            <Button look="go" icon="plus" onPress={() => setAdding(true)}>
              {t.add}
            </Button>
          )
        }
      />
      <div className="panel">
        {committees.length === 0 ? (
          <EmptyState icon="people" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <DataTable caption={t.caption} columns={columns} rows={committees} rowId={({ id }) => id} />
        )}
      </div>
      {adding && <NewCommitteeDialog onClose={() => setAdding(false)} />}
    </>
  )
}
