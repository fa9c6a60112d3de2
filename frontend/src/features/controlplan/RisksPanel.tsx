import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { Pill } from '@/components/Note'
import { showToast } from '@/components/Toasts'
import { risks as t } from '@/lib/messages/controlplan'
import { type ControlPlan, controlPlanQuery, deleteRisk, type Risk, type RiskValue } from './api'
import { LevelPill } from './LevelPill'
import { earlierOf, isSelected } from './matrix'
import { EditRiskDialog } from './RiskDialog'
import { RiskTreatments } from './RiskTreatments'

/** Every risk of the analysis with its three values, last plan's beside, and what is to be done about it. */
export function RisksPanel({ plan, onAdd }: { plan: ControlPlan; onAdd: () => void }) {
  const [editing, setEditing] = useState<Risk>()
  const [removing, setRemoving] = useState<Risk>()
  const { risks } = plan
  const mayEdit = plan.may.includes('edit_risks')
  return (
    <section className="panel" aria-labelledby="risks">
      <div className="in head">
        <h2 id="risks">{t.title}</h2>
        {risks.length > 0 && <span className="cap">{t.count(risks.length, risks.filter(isSelected).length)}</span>}
        {mayEdit && risks.length > 0 && (
          <span className="end">
            <Button look="go" icon="plus" onPress={onAdd}>
              {t.add}
            </Button>
          </span>
        )}
      </div>
      {risks.length === 0 ? (
        <EmptyState icon="shield" title={t.empty} actions={mayEdit && <Button onPress={onAdd}>{t.add}</Button>}>
          {t.emptyHelp}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          columns={columns(plan, mayEdit, setEditing, setRemoving)}
          rows={risks}
          rowId={({ id }) => id}
        />
      )}
      {editing && <EditRiskDialog plan={plan} risk={editing} onClose={() => setEditing(undefined)} />}
      {removing && <RemoveRisk plan={plan} risk={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  )
}

function columns(
  plan: ControlPlan,
  mayEdit: boolean,
  onEdit: (risk: Risk) => void,
  onRemove: (risk: Risk) => void,
): Column<Risk>[] {
  const shown: Column<Risk>[] = [
    { id: 'risk', header: t.risk, cell: (risk) => <Named plan={plan} risk={risk} /> },
    { id: 'inherent', header: t.inherent, numeric: true, cell: ({ inherent }) => valueIn(inherent) },
    {
      id: 'current',
      header: t.current,
      numeric: true,
      cell: ({ current }) => (
        <span>
          <LevelPill level={current?.level} /> <b>{current?.value}</b>
        </span>
      ),
    },
    { id: 'target', header: t.target, numeric: true, cell: ({ target }) => valueIn(target) },
  ]
  const { earlier } = plan
  if (earlier) {
    shown.push({
      id: 'earlier',
      header: t.earlier(earlier.year),
      numeric: true,
      cell: (risk) => valueIn(earlierOf(plan, risk)?.current ?? null),
    })
  }
  shown.push({ id: 'treatment', header: t.treatment, cell: (risk) => <RiskTreatments risk={risk} /> })
  if (mayEdit) {
    shown.push({
      id: 'tools',
      header: t.tools,
      tools: true,
      cell: (risk) => (
        <>
          <IconButton label={t.edit(risk.number)} icon="pencil" onPress={() => onEdit(risk)} />
          <IconButton label={t.remove(risk.number)} icon="close" onPress={() => onRemove(risk)} />
        </>
      ),
    })
  }
  return shown
}

function valueIn(value: RiskValue | null): string {
  return value ? String(value.value) : '–'
}

function Named({ plan, risk: { id, number, content, commonRiskId } }: { plan: ControlPlan; risk: Risk }) {
  const category = plan.scale.categories.find(({ code }) => code === content.category)
  return (
    <>
      <Link
        className="link"
        to="/internkontroll/$id"
        params={{ id: plan.id }}
        search={{ risk: id }}
        resetScroll={false}
      >
        <b>{t.number(number)}</b> {content.title}
      </Link>{' '}
      {commonRiskId !== null && <Pill>{t.common}</Pill>}
      {category && <span className="cap blk">{category.label}</span>}
    </>
  )
}

function RemoveRisk({ plan, risk, onClose }: { plan: ControlPlan; risk: Risk; onClose: () => void }) {
  const queryClient = useQueryClient()
  async function remove() {
    const after = await deleteRisk(risk)
    onClose()
    queryClient.setQueryData(controlPlanQuery(plan.id).queryKey, after)
    showToast({ tone: 'ok', title: t.removed(risk.number) })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(risk.number)}
      confirm={t.remove(risk.number)}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
