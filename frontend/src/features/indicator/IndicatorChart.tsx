import { figures as t } from '@/lib/messages/indicator'
import type { Indicator } from './api'
import { namedInLines, type Plotted, plotted, ticks, valueWords } from './chart'

const height = 168
const left = 52
const top = 14

// How wide a period is: as wide as its name at least, and all of them together as wide as is comfortable.
const perLetter = 6.5
const between = 10
const widest = 150
const comfortable = 360

interface Scale {
  x: (period: number) => number
  y: (value: number) => number
  step: number
}

/** The figures as lines where they are shares, as bars where they are counted; a picture of the table beside it. */
export function IndicatorChart({ indicator: { content, figures } }: { indicator: Indicator }) {
  const isPercent = content.unit === 'percent'
  const plot = plotted(figures)
  const { baseline } = content
  const marks = ticks([...figures.map(({ value }) => value), ...(baseline === null ? [] : [baseline])], isPercent)
  const [low = 0, high = 1] = [marks[0], marks.at(-1)]
  const named = plot.periods.map(({ key, label }) => ({ key, lines: namedInLines(label) }))
  const letters = Math.max(...named.flatMap(({ lines }) => lines.map((line) => line.length)))
  const roomy = Math.min(widest, comfortable / plot.periods.length)
  const step = Math.max(letters * perLetter + between, roomy, isPercent ? 0 : plot.series.length * 12 + 20)
  const width = plot.periods.length * step
  const scale: Scale = {
    x: (period) => left + (period + 0.5) * step,
    y: (value) => top + height - ((value - low) / (high - low)) * height,
    step,
  }
  return (
    <div className="fig-chart">
      <svg
        role="img"
        aria-label={t.chart(content.name)}
        viewBox={`0 0 ${left + width + 8} ${top + height + 46}`}
        width={left + width + 8}
        height={top + height + 46}
      >
        {marks.map((mark) => (
          <g key={mark}>
            <line className="grid" x1={left} x2={left + width} y1={scale.y(mark)} y2={scale.y(mark)} />
            <text className="mark" x={left - 8} y={scale.y(mark) + 4}>
              {valueWords(mark, isPercent)}
            </text>
          </g>
        ))}
        {named.map(({ key, lines }, place) => (
          <text key={key} className="under" y={top + height + 20}>
            {lines.map((line, down) => (
              <tspan key={line} x={scale.x(place)} dy={down * 16}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {isPercent ? <Lines plot={plot} scale={scale} /> : <Bars plot={plot} scale={scale} zero={scale.y(0)} />}
        {baseline !== null && (
          <line className="baseline" x1={left} x2={left + width} y1={scale.y(baseline)} y2={scale.y(baseline)} />
        )}
      </svg>
      <Key plot={plot} content={content} isPercent={isPercent} />
    </div>
  )
}

function Lines({ plot: { series }, scale }: { plot: Plotted; scale: Scale }) {
  return series.map(({ name, figures }, place) => {
    const points = figures.flatMap((figure, period) =>
      figure ? [{ x: scale.x(period), y: scale.y(figure.value) }] : [],
    )
    return (
      <g key={name} className={`series s${place % 6}`}>
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }) => (
          <Dot key={x} place={place} x={x} y={y} />
        ))}
      </g>
    )
  })
}

/** Each series has a shape of its own, so that colour is not all that tells them apart. */
function Dot({ place, x, y }: { place: number; x: number; y: number }) {
  switch (place % 3) {
    case 0:
      return <circle cx={x} cy={y} r="4" />
    case 1:
      return <rect x={x - 4} y={y - 4} width="8" height="8" />
  }
  return <path d={`M${x} ${y - 5}l5 9h-10z`} />
}

function Bars({ plot: { series }, scale, zero }: { plot: Plotted; scale: Scale; zero: number }) {
  const bar = Math.min(28, (scale.step - 16) / series.length)
  return series.map(({ name, figures }, place) => (
    <g key={name} className={`series s${place % 6}`}>
      {figures.map((figure, period) => {
        if (!figure) return null
        const y = scale.y(figure.value)
        const x = scale.x(period) - (series.length * bar) / 2 + place * bar
        return (
          <rect key={period} x={x} y={Math.min(y, zero)} width={bar - 2} height={Math.max(1, Math.abs(zero - y))} />
        )
      })}
    </g>
  ))
}

function Key({
  plot: { series },
  content: { baseline, baselineWords },
  isPercent,
}: {
  plot: Plotted
  content: Indicator['content']
  isPercent: boolean
}) {
  if (series.length < 2 && baseline === null) return null
  return (
    <ul className="c key" aria-label={t.key}>
      {series.length > 1 &&
        series.map(({ name }, place) => (
          <li key={name}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <g className={`series s${place % 6}`}>
                {isPercent ? <Dot place={place} x={6} y={6} /> : <rect width="12" height="12" />}
              </g>
            </svg>
            {name || t.noSeries}
          </li>
        ))}
      {baseline !== null && (
        <li>
          <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
            <line className="baseline" x1="0" x2="18" y1="6" y2="6" />
          </svg>
          {t.baseline(valueWords(baseline, isPercent), baselineWords)}
        </li>
      )}
    </ul>
  )
}
