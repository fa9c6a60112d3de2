import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { showToast } from '@/components/Toasts'
import { commonRisks as t } from '@/lib/messages/controlplan'
import {
  type CommonRisk,
  commonRisksQuery,
  deleteCommonRisk,
  pageSize,
  type RiskScaleContent,
  riskScaleQuery,
} from './api'
import { CommonRiskDialog, EditCommonRiskDialog } from './CommonRiskDialog'
import { ControlTabs } from './ControlPlansPage'

const route = getRouteApi('/shell/internkontroll/gemensamma')

/** What every committee is to assess, year by year. */
export function CommonRisksPage() {
  const { page = 1 } = route.useSearch()
  const { data: risks } = useSuspenseQuery(commonRisksQuery(page))
  const { data: scale } = useSuspenseQuery(riskScaleQuery)
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<CommonRisk>()
  const [removing, setRemoving] = useState<CommonRisk>()
  const mayEdit = risks.may.includes('edit')
  const add = mayEdit && (
    <Button look="go" icon="plus" onPress={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  const shown = columns(scale.content)
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={risks.total > 0 && add} />
      <ControlTabs />
      <div className="panel">
        {risks.total === 0 ? (
          <EmptyState icon="shield" title={t.empty} actions={add}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t.caption}
              columns={mayEdit ? [...shown, tools(setEditing, setRemoving)] : shown}
              rows={risks.items}
              rowId={({ id }) => id}
            />
            <Pagination page={page} pageSize={pageSize} total={risks.total} />
          </>
        )}
      </div>
      {adding && <CommonRiskDialog onClose={() => setAdding(false)} />}
      {editing && <EditCommonRiskDialog risk={editing} onClose={() => setEditing(undefined)} />}
      {removing && <RemoveCommonRisk risk={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

function columns(scale: RiskScaleContent): Column<CommonRisk>[] {
  return [
    { id: 'risk', header: t.risk, cell: ({ content }) => <span className="words small">{content.title}</span> },
    {
      id: 'category',
      header: t.category,
      cell: ({ content }) => scale.categories.find(({ code }) => code === content.category)?.label ?? '',
    },
    { id: 'year', header: t.year, numeric: true, cell: ({ content }) => content.year },
    { id: 'plans', header: t.plans, numeric: true, cell: ({ plans }) => t.committees(plans) },
  ]
}

function tools(onEdit: (risk: CommonRisk) => void, onRemove: (risk: CommonRisk) => void): Column<CommonRisk> {
  return {
    id: 'tools',
    header: t.editTitle,
    tools: true,
    cell: (risk) => (
      <>
        <IconButton label={t.edit(risk.content.title)} icon="pencil" onPress={() => onEdit(risk)} />
        <IconButton label={t.remove(risk.content.title)} icon="close" onPress={() => onRemove(risk)} />
      </>
    ),
  }
}

function RemoveCommonRisk({ risk, onClose }: { risk: CommonRisk; onClose: () => void }) {
  const queryClient = useQueryClient()
  async function remove() {
    await deleteCommonRisk(risk)
    onClose()
    showToast({ tone: 'ok', title: t.removed })
    await queryClient.invalidateQueries({ queryKey: ['common-risks'] })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle}
      confirm={t.remove(risk.content.title)}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
