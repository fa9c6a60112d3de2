import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { Select } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { indicatorImport, indicators as t } from '@/lib/messages/indicator'
import { deleteIndicator, exportAddress, type Indicator, indicatorsQuery, pageSize } from './api'
import { FiguresDialog } from './FiguresDialog'
import { EditIndicatorDialog, NewIndicatorDialog } from './IndicatorDialog'
import { IndicatorFigures } from './IndicatorFigures'

const route = getRouteApi('/shell/nyckeltal')

/** Figures per committee and period, each as a chart and a table. */
export function IndicatorsPage() {
  const { page = 1, committeeId } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(indicatorsQuery(committeeId, page))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const [adding, setAdding] = useState(false)
  const own = committees.filter(({ id }) => may('indicator.edit', id))
  const add = own.length > 0 && (
    <>
      <LinkButton to="/nyckeltal/las-in" search={{ committeeId }}>
        {indicatorImport.act}
      </LinkButton>
      <Button look="go" icon="plus" onPress={() => setAdding(true)}>
        {t.add}
      </Button>
    </>
  )
  return (
    <>
      <PageHead title={t.title} sub={t.sub} actions={data.total > 0 && add} />
      <div className="stack">
        <div className="row">
          <Select
            label={t.committee}
            name="namnd"
            value={committeeId ?? ''}
            onChange={(chosen) => void navigate({ search: chosen ? { committeeId: chosen } : {} })}
            options={[{ id: '', label: t.all }, ...committees.map(({ id, content }) => ({ id, label: content.name }))]}
          />
          {committeeId && data.total > 0 && (
            <FileLink href={exportAddress(committeeId)} download>
              {t.download}
            </FileLink>
          )}
        </div>
        {data.total === 0 ? (
          <div className="panel">
            <EmptyState icon="report" title={t.empty} actions={add}>
              {t.emptyHelp}
            </EmptyState>
          </div>
        ) : (
          data.items.map((indicator) => (
            <IndicatorItem
              key={indicator.id}
              indicator={indicator}
              committee={committeeName(committees, indicator.committeeId)}
            />
          ))
        )}
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
      {adding && <NewIndicatorDialog committees={own} committeeId={committeeId} onClose={() => setAdding(false)} />}
    </>
  )
}

function IndicatorItem({ indicator, committee }: { indicator: Indicator; committee: string }) {
  const { id, content, may } = indicator
  const [opened, setOpened] = useState<'edit' | 'figures' | 'remove'>()
  const close = () => setOpened(undefined)
  return (
    <article className="panel in stack" aria-labelledby={id}>
      <div className="row far">
        <div>
          <h2 id={id}>{content.name}</h2>
          <p className="sub">
            {committee} · {t.units[content.unit]}
            {content.direction !== 'neither' && ` · ${t.directions[content.direction].toLowerCase()}`}
          </p>
        </div>
        {may.includes('edit') && (
          <div className="row">
            <Button small look="plain" aria-label={t.removeOf(content.name)} onPress={() => setOpened('remove')}>
              {t.remove}
            </Button>
            <Button small aria-label={t.editOf(content.name)} onPress={() => setOpened('edit')}>
              {t.edit}
            </Button>
            <Button small aria-label={t.writeFiguresOf(content.name)} onPress={() => setOpened('figures')}>
              {t.writeFigures}
            </Button>
          </div>
        )}
      </div>
      {content.description && <p>{content.description}</p>}
      <Subjects of={indicator} />
      <IndicatorFigures indicator={indicator} />
      {opened === 'edit' && <EditIndicatorDialog indicator={indicator} onClose={close} />}
      {opened === 'figures' && <FiguresDialog indicator={indicator} onClose={close} />}
      {opened === 'remove' && <RemoveIndicator indicator={indicator} onClose={close} />}
    </article>
  )
}

/** What the figures speak of, where the reader sees it. */
function Subjects({ of: { subjectNames } }: { of: Indicator }) {
  if (subjectNames.length === 0) return null
  return (
    <p className="sub">
      {t.about}{' '}
      {subjectNames.map(({ id, name, planId, assignmentId }, place) => (
        <span key={id}>
          {place > 0 && ' · '}
          {assignmentId ? (
            <Link className="link" to="/rekommendationer/$id" params={{ id: assignmentId }}>
              {name}
            </Link>
          ) : planId ? (
            <Link className="link" to="/internkontroll/$id" params={{ id: planId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
      ))}
    </p>
  )
}

function RemoveIndicator({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const queryClient = useQueryClient()
  async function remove() {
    await deleteIndicator(indicator)
    onClose()
    showToast({ tone: 'ok', title: t.removed })
    await queryClient.invalidateQueries({ queryKey: ['indicators'] })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(indicator.content.name)}
      confirm={t.remove}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
