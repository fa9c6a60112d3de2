import { type Column, DataTable } from '@/components/DataTable'
import { figures as t } from '@/lib/messages/indicator'
import type { Figure, Indicator } from './api'
import { plotted, valueWords } from './chart'
import { IndicatorChart } from './IndicatorChart'

interface PeriodRow {
  key: string
  label: string
  place: number
}

/** An indicator's figures as a chart and as a table, each the other's equal. */
export function IndicatorFigures({ indicator }: { indicator: Indicator }) {
  const { content, figures } = indicator
  if (figures.length === 0) return <p className="sub">{t.none}</p>
  const isPercent = content.unit === 'percent'
  const plot = plotted(figures)
  const columns: Column<PeriodRow>[] = [
    { id: 'period', header: t.period, cell: ({ label }) => <span className="nb">{label}</span> },
    ...plot.series.map(({ name, figures }) => ({
      id: `series/${name}`,
      header: name || t.noSeries,
      numeric: true,
      cell: ({ place }: PeriodRow) => <Value of={figures[place]} isPercent={isPercent} />,
    })),
  ]
  return (
    <div className="fig-both">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with many periods it scrolls sideways, and the keyboard has to reach it */}
      <div className="sideways" role="region" aria-label={t.chart(content.name)} tabIndex={0}>
        <IndicatorChart indicator={indicator} />
      </div>
      <DataTable
        caption={t.table(content.name)}
        columns={columns}
        rows={plot.periods.map((period, place) => ({ ...period, place }))}
        rowId={({ key }) => key}
      />
    </div>
  )
}

function Value({ of, isPercent }: { of: Figure | undefined; isPercent: boolean }) {
  if (!of) return <span className="dim">–</span>
  return (
    <span>
      <span className="nb">{valueWords(of.value, isPercent)}</span>
      {of.answers !== null && <span className="cap blk nb">{t.answered(of.answers)}</span>}
    </span>
  )
}
