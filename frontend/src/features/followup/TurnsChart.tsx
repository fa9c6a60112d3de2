import { overview as t } from '@/lib/messages/followup'
import type { Overview } from './api'

const height = 96
const bar = 14
const gap = 22
const shown = ['given', 'done', 'confirmed'] as const

/** The table below as bars; only a picture of it. */
export function TurnsChart({ turns }: { turns: Overview['turns'] }) {
  const most = Math.max(1, ...turns.map(({ figures }) => figures.given))
  const step = shown.length * bar + gap
  const tall = (count: number) => (count / most) * height
  return (
    <div className="chart" aria-hidden="true">
      <svg viewBox={`0 0 ${turns.length * step} ${height + 34}`} width={turns.length * step} height={height + 34}>
        {turns.map(({ year, figures }, place) => (
          <g key={year} transform={`translate(${place * step + gap / 2} 14)`}>
            {shown.map((figure, column) => (
              <g key={figure}>
                <rect
                  className={figure}
                  x={column * bar}
                  y={height - tall(figures[figure])}
                  width={bar - 2}
                  height={tall(figures[figure])}
                />
                <text x={column * bar + bar / 2 - 1} y={height - tall(figures[figure]) - 4}>
                  {figures[figure]}
                </text>
              </g>
            ))}
            <text className="year" x={(shown.length * bar) / 2 - 1} y={height + 15}>
              {year}
            </text>
          </g>
        ))}
      </svg>
      <ul className="c key">
        {shown.map((figure) => (
          <li key={figure}>
            <svg viewBox="0 0 12 12" width="12" height="12">
              <rect className={figure} width="12" height="12" />
            </svg>
            {t.turnsKeys[figure]}
          </li>
        ))}
      </ul>
    </div>
  )
}
