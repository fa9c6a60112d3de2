import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schema } from '@/api/client'
import { committeeName, committeesQuery } from '@/api/queries'
import { EmptyState } from '@/components/EmptyState'
import { checkMarks } from '@/components/marks'
import { PageHead } from '@/components/PageHead'
import { today } from '@/lib/dates'
import { controlSummary as t, planHead } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import { type CommitteeControl, type PlanDocumentFormat, summaryAddress, summaryQuery } from './api'
import { ControlTabs } from './ControlPlansPage'
import { DownloadMenu } from './DownloadMenu'
import { type Figure, figures, totalOf } from './summary'

const route = getRouteApi('/shell/internkontroll/sammanstallning')
const formats: readonly PlanDocumentFormat[] = ['pdf', 'docx', 'xlsx']

/** Every committee's internal control in a year, in figures that add up. */
export function SummaryPage() {
  const { ar: year = Number(today().slice(0, 4)) } = route.useSearch()
  const { data: summary } = useSuspenseQuery(summaryQuery(year))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        actions={
          <>
            <Years year={year} />
            <DownloadMenu
              label={t.export}
              files={formats.map((format) => ({
                name: planHead.formats[format],
                address: summaryAddress(year, format),
                opens: format === 'pdf',
              }))}
            />
          </>
        }
      />
      <ControlTabs />
      <div className="panel">
        {summary.committees.length === 0 ? (
          <EmptyState icon="shield" title={t.empty} />
        ) : (
          <Table year={year} rows={summary.committees} committees={committees} />
        )}
      </div>
    </>
  )
}

function Years({ year }: { year: number }) {
  const thisYear = Number(today().slice(0, 4))
  const years = [...new Set([thisYear - 2, thisYear - 1, thisYear, thisYear + 1, year])].sort()
  return (
    <nav className="seg" aria-label={t.year}>
      {years.map((one) => (
        <Link
          key={one}
          to="/internkontroll/sammanstallning"
          search={{ ar: one }}
          aria-current={one === year ? 'page' : undefined}
        >
          {one}
        </Link>
      ))}
    </nav>
  )
}

const headers: Record<Figure, string> = {
  controls: t.controls,
  checks: t.checks,
  noDeviation: checkMarks.no_deviation.word,
  minorDeviation: checkMarks.minor_deviation.word,
  majorDeviation: checkMarks.major_deviation.word,
  notPerformed: checkMarks.not_performed.word,
  missed: t.missed,
  ahead: t.ahead,
  deviations: t.deviations,
}

function Table({
  year,
  rows,
  committees,
}: {
  year: number
  rows: readonly CommitteeControl[]
  committees: readonly Schema['Committee'][]
}) {
  const total = totalOf(rows)
  return (
    <div className="tbl">
      <table className="wide figured">
        <caption className="vh">{t.caption(year)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.committee}</th>
            <th scope="col">{t.state}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="num">
                {headers[figure]}
              </th>
            ))}
            <th scope="col">{t.judgement}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.committeeId}>
              <th scope="row">
                <ToPlan row={row} name={committeeName(committees, row.committeeId)} />
              </th>
              <td>
                {row.state === null ? <span className="dim">{t.noPlan}</span> : values.planState[row.state]}
                {row.adoptedOn && <span className="cap blk nb">{row.adoptedOn}</span>}
              </td>
              <Figures of={row} openDeviations={row.openDeviations} />
              <td>{row.judgement ? values.judgement[row.judgement] : <span className="dim">{t.notJudged}</span>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td />
            <Figures of={total} openDeviations={total.openDeviations} />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function ToPlan({ row: { planId, mayRead }, name }: { row: CommitteeControl; name: string }): ReactNode {
  if (planId === null || !mayRead) return name
  return (
    <Link className="link" to="/internkontroll/$id/kontroller" params={{ id: planId }}>
      {name}
    </Link>
  )
}

function Figures({ of, openDeviations }: { of: Record<Figure, number>; openDeviations: number }) {
  return figures.map((figure) => (
    <td key={figure} className="num">
      {of[figure]}
      {figure === 'deviations' && openDeviations > 0 && <span className="cap blk nb">{t.open(openDeviations)}</span>}
    </td>
  ))
}
