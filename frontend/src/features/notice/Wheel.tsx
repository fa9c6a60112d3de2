import { wheel as t } from '@/lib/messages/notice'
import { handAt, monthAt, type Numbered, type Shape, shapesOf } from './year'

const ringClass = { meeting: 'a3', internal_control: 'a1', audit: 'a2', other: 'a0' }

/** The year as a picture; the list beside it says the same, so that readers of the screen are spared it. */
export function Wheel({ rows, year, today }: { rows: readonly Numbered[]; year: number; today: string }) {
  const hand = handAt(today, year)
  const shapes = shapesOf(rows, year)
  return (
    <div className="panel in">
      <svg className="wheel" viewBox="0 0 640 640" aria-hidden="true">
        {t.shortMonths.map((name, month) => {
          const { path, at } = monthAt(month, year)
          const on = hand && Number(today.slice(5, 7)) - 1 === month ? ' on' : ''
          return (
            <g key={name}>
              <path className={`mon${on}`} d={path} />
              <text className={on.trim()} {...at}>
                {name}
              </text>
            </g>
          )
        })}
        {[236, 196, 156].map((radius) => (
          <circle key={radius} className="trk" cx={320} cy={320} r={radius} />
        ))}
        {hand && <path className="hand" d={hand.path} />}
        {shapes.map((shape) => (
          <Mark key={`${shape.item.kind}${shape.item.id}${shape.item.startsOn}`} shape={shape} />
        ))}
        {hand && <path className="tip" d={hand.tip} />}
        <text className="big" x={320} y={308}>
          {year}
        </text>
        {hand && (
          <text x={320} y={346}>
            {t.todayIs(today)}
          </text>
        )}
      </svg>
      <Key shapes={shapes} />
    </div>
  )
}

function Mark({ shape: { item, number, path, at, r } }: { shape: Shape }) {
  const look = ringClass[item.ring]
  if (number === undefined) return <circle className={look} cx={at.x} cy={at.y} r={r} />
  return (
    <>
      {path ? <path className={look} d={path} /> : <circle className={look} cx={at.x} cy={at.y} r={r} />}
      <text className={item.ring === 'audit' ? 'no inv' : item.ring === 'other' ? 'no ink' : 'no'} {...at}>
        {number}
      </text>
    </>
  )
}

/** The rings that have something. */
function Key({ shapes }: { shapes: readonly Shape[] }) {
  const rings = (['meeting', 'other', 'internal_control', 'audit'] as const).filter((ring) =>
    shapes.some(({ item }) => item.ring === ring),
  )
  return (
    <ul className="key" aria-hidden="true">
      {rings.map((ring) => (
        <li key={ring}>
          <svg className="wheel sign" viewBox="0 0 16 16">
            <circle className={ringClass[ring]} cx={8} cy={8} r={6} />
          </svg>
          {t.rings[ring]}
        </li>
      ))}
    </ul>
  )
}
