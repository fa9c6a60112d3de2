import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { common } from '@/lib/messages/common'
import { administration, administrations as t } from '@/lib/messages/organization'
import { EditAdministrationDialog, NewAdministrationDialog } from './AdministrationDialogs'
import { type Administration, administrationsQuery, deleteAdministration } from './api'

export function AdministrationsPage() {
  const { data: administrations } = useSuspenseQuery(administrationsQuery)
  const { may } = useViewer()
  const [open, setOpen] = useState<Administration | 'new'>()
  const [removing, setRemoving] = useState<Administration>()
  const mayEdit = may('organization.edit')
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead
        title={administration.administrations}
        sub={t.sub}
        actions={
          mayEdit && (
            <Button look="go" icon="plus" onPress={() => setOpen('new')}>
              {t.add}
            </Button>
          )
        }
      />
      <div className="panel">
        {administrations.length === 0 ? (
          <EmptyState icon="house" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <AdministrationsTable
            administrations={administrations}
            {...(mayEdit ? { onEdit: setOpen, onRemove: setRemoving } : {})}
          />
        )}
      </div>
      {open === 'new' && <NewAdministrationDialog onClose={close} />}
      {open && open !== 'new' && <EditAdministrationDialog administration={open} onClose={close} />}
      {removing && <RemoveAdministration administration={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

function AdministrationsTable({
  administrations,
  onEdit,
  onRemove,
}: {
  administrations: readonly Administration[]
  onEdit?: (administration: Administration) => void
  onRemove?: (administration: Administration) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const columns: Column<Administration>[] = [
    { id: 'name', header: t.name, cell: ({ content }) => content.name },
    {
      id: 'committees',
      header: t.committees,
      cell: ({ id }) =>
        committees
          .filter(({ content }) => content.administrationIds.includes(id))
          .map(({ content }) => content.name)
          .join(', '),
    },
  ]
  if (onEdit && onRemove) {
    columns.push({
      id: 'actions',
      header: common.tools,
      tools: true,
      cell: (row) => (
        <>
          <IconButton label={t.edit(row.content.name)} icon="pencil" onPress={() => onEdit(row)} />
          <IconButton label={t.removeLabel(row.content.name)} icon="close" onPress={() => onRemove(row)} />
        </>
      ),
    })
  }
  return <DataTable caption={t.caption} columns={columns} rows={administrations} rowId={({ id }) => id} />
}

function RemoveAdministration({ administration, onClose }: { administration: Administration; onClose: () => void }) {
  const queryClient = useQueryClient()
  async function remove() {
    await deleteAdministration(administration)
    showToast({ tone: 'ok', title: t.removed })
    onClose()
    await queryClient.invalidateQueries({ queryKey: administrationsQuery.queryKey })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(administration.content.name)}
      confirm={t.remove}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
