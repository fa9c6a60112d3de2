import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { ApproximateTime } from '@/components/ApproximateTime'
import { Button, IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { ConfirmDialog } from '@/components/Dialog'
import { Icon } from '@/components/icons'
import { ProgressMark } from '@/components/marks'
import { showToast } from '@/components/Toasts'
import { actionReports, planActions as t } from '@/lib/messages/operationalplan'
import { EditActionDialog } from './ActionDialog'
import { type ActionReport, deleteAction, type OperationalPlan, type PlanAction, useChangedPlan } from './api'
import { ReportDialog } from './ReportDialog'

interface Opened {
  doing: 'edit' | 'remove' | 'report'
  action: PlanAction
}

/** Actions with who, when, how far they have come, and what they answer to. */
export function ActionsTable({
  plan,
  actions,
  caption,
  ofOthers = false,
}: {
  plan: OperationalPlan
  actions: readonly PlanAction[]
  caption: string
  /** They stand in other committees' plans. */
  ofOthers?: boolean
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const nameOf = (id: string) => committeeName(committees, id)
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns(actions, ofOthers, nameOf, setOpened)}
        rows={actions}
        rowId={({ id }) => id}
      />
      {opened?.doing === 'edit' && <EditActionDialog plan={plan} action={opened.action} onClose={close} />}
      {opened?.doing === 'remove' && <RemoveAction action={opened.action} onClose={close} />}
      {opened?.doing === 'report' && <ReportDialog action={opened.action} onClose={close} />}
    </>
  )
}

function columns(
  actions: readonly PlanAction[],
  ofOthers: boolean,
  nameOf: (committeeId: string) => string,
  open: (opened: Opened) => void,
): Column<PlanAction>[] {
  const shown: Column<PlanAction>[] = [
    {
      id: 'action',
      header: t.action,
      cell: ({ content }) => (
        <>
          {content.area && <span className="cap blk">{content.area}</span>}
          <b>{content.number}</b> <span className="words small">{content.what}</span>
        </>
      ),
    },
  ]
  if (ofOthers) shown.push({ id: 'of', header: t.of, cell: ({ committeeId }) => nameOf(committeeId) })
  shown.push(
    { id: 'function', header: t.function, cell: ({ content }) => content.function },
    { id: 'ready', header: t.ready, cell: (action) => <Ready action={action} /> },
    { id: 'progress', header: t.progress, cell: (action) => <Progressed action={action} nameOf={nameOf} /> },
  )
  if (actions.some(({ recommendations }) => recommendations.length > 0))
    shown.push({
      id: 'recommendations',
      header: t.recommendations,
      cell: ({ recommendations }) => <Recommendations of={recommendations} />,
    })
  if (!ofOthers && actions.some(({ content }) => content.committeeIds.length > 0))
    shown.push({
      id: 'shared',
      header: t.sharedWith,
      cell: ({ content }) => content.committeeIds.map(nameOf).join(', ') || '–',
    })
  if (actions.some(({ may }) => may.length > 0))
    shown.push({ id: 'tools', header: t.tools, tools: true, cell: (action) => <Tools action={action} open={open} /> })
  return shown
}

function Ready({ action: { content, overdue } }: { action: PlanAction }) {
  return (
    <span>
      {content.ready && <ApproximateTime date={content.ready} />}
      {overdue && (
        <span className="late blk">
          <Icon name="clock" /> {t.late}
        </span>
      )}
    </span>
  )
}

function Progressed({
  action: { progress, reports },
  nameOf,
}: {
  action: PlanAction
  nameOf: (committeeId: string) => string
}) {
  return (
    <div>
      <ProgressMark progress={progress} />
      {reports.length > 0 && (
        <details>
          <summary className="cap">{actionReports.count(reports.length)}</summary>
          <ul className="c stack tight">
            {reports.map((report) => (
              <Reported key={report.id} report={report} committee={nameOf(report.committeeId)} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Reported({ report, committee }: { report: ActionReport; committee: string }) {
  return (
    <li>
      <ProgressMark progress={report.progress} />
      <span className="cap blk">{actionReports.line(actionReports.periods[report.period], report.on, committee)}</span>
      {report.comment && <span className="words small">{report.comment}</span>}
    </li>
  )
}

function Recommendations({ of }: { of: PlanAction['recommendations'] }) {
  if (of.length === 0) return <span className="dim">–</span>
  return (
    <ul className="c">
      {of.map(({ id, assignmentId, number, text, auditTitle }) => (
        <li key={id} title={text}>
          <Link className="link" to="/rekommendationer/$id" params={{ id: assignmentId }}>
            {t.recommendation(auditTitle, number)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Tools({ action, open }: { action: PlanAction; open: (opened: Opened) => void }) {
  const { number } = action.content
  return (
    <>
      {action.may.includes('report') && (
        <Button small aria-label={actionReports.actOf(number)} onPress={() => open({ doing: 'report', action })}>
          {actionReports.act}
        </Button>
      )}
      {action.may.includes('edit') && (
        <>
          <IconButton label={t.edit(number)} icon="pencil" onPress={() => open({ doing: 'edit', action })} />
          <IconButton label={t.remove(number)} icon="close" onPress={() => open({ doing: 'remove', action })} />
        </>
      )}
    </>
  )
}

function RemoveAction({ action, onClose }: { action: PlanAction; onClose: () => void }) {
  const changed = useChangedPlan()
  const { number } = action.content
  async function remove() {
    const after = await deleteAction(action)
    onClose()
    showToast({ tone: 'ok', title: t.removed(number) })
    await changed(after)
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(number)}
      confirm={t.remove(number)}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
