// A year's items as the picture and the list show them.
import { daysBetween } from '@/lib/dates'
import { wheel as t } from '@/lib/messages/notice'
import type { WheelItem } from './api'

/** An item with its number; meetings and what comes before them have none. */
export interface Numbered {
  item: WheelItem
  number?: number
  /** Of a meeting: the days before it, where they are in the same year. */
  manuscriptStop?: string
  papersSent?: string
}

/** The rows of a year: a meeting's days before it stand with it, if it is there. */
export function rowsOf(items: readonly WheelItem[]): Numbered[] {
  const meetings = new Set(items.filter(({ kind }) => kind === 'meeting').map(({ id }) => id))
  const dayOf = (kind: WheelItem['kind'], id: string | null) =>
    items.find((item) => item.kind === kind && item.id === id)?.startsOn
  let number = 0
  return items.flatMap((item): Numbered[] => {
    if (item.kind === 'meeting') {
      const manuscriptStop = dayOf('manuscript_stop', item.id)
      const papersSent = dayOf('papers_sent', item.id)
      return [{ item, ...(manuscriptStop && { manuscriptStop }), ...(papersSent && { papersSent }) }]
    }
    if (item.kind === 'manuscript_stop' || item.kind === 'papers_sent') {
      return meetings.has(item.id) ? [] : [{ item }]
    }
    return [{ item, number: ++number }]
  })
}

export interface Month {
  month: number
  rows: Numbered[]
}

/** Rows by the month in which they begin; what began the year before stands in January. */
export function monthsOf(rows: readonly Numbered[], year: number): Month[] {
  const months: Month[] = []
  for (const row of rows) {
    const { startsOn } = row.item
    const month = startsOn < `${year}-01-01` ? 0 : Number(startsOn.slice(5, 7)) - 1
    const last = months.at(-1)
    if (last?.month === month) last.rows.push(row)
    else months.push({ month, rows: [row] })
  }
  return months
}

export function nameOf({ kind, title, count }: WheelItem): string {
  return t.kinds[kind](title, count ?? 0)
}

/** What comes next of what is not done. */
export function nextOf(items: readonly WheelItem[], today: string): WheelItem | undefined {
  return items
    .filter(({ endsOn, done }) => endsOn >= today && done !== true)
    .sort((a, b) => a.endsOn.localeCompare(b.endsOn))[0]
}

/** Where in the year a day is, from 0 at its beginning to 1 at its end. */
function shareOf(date: string, year: number): number {
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`)
  return Math.min(1, Math.max(0, daysBetween(`${year}-01-01`, date) / days))
}

const centre = 320
/** How far from the middle each ring lies, and half its breadth; what is other lies between two of them. */
const rings: Record<WheelItem['ring'], { radius: number; half: number }> = {
  meeting: { radius: 236, half: 7 },
  other: { radius: 216, half: 8 },
  internal_control: { radius: 196, half: 12 },
  audit: { radius: 156, half: 12 },
}

export function pointAt(share: number, radius: number): { x: number; y: number } {
  const angle = share * 2 * Math.PI
  return { x: round(centre + radius * Math.sin(angle)), y: round(centre - radius * Math.cos(angle)) }
}

/** A piece of a ring, as an SVG path. */
export function sector(from: number, to: number, inner: number, outer: number): string {
  const [a, b, c, d] = [pointAt(from, outer), pointAt(to, outer), pointAt(to, inner), pointAt(from, inner)]
  const large = to - from > 0.5 ? 1 : 0
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`
}

export interface Shape {
  item: WheelItem
  number?: number
  /** A piece of the ring; a point where the item is a day or a few. */
  path?: string
  at: { x: number; y: number }
  /** Of a point. */
  r: number
}

/** What is shorter than its own mark is a point. */
const shortest = 10

/** The shapes of the rows: what lasts is a piece of its ring, a day is a point, moved on where another stands already. */
export function shapesOf(rows: readonly Numbered[], year: number): Shape[] {
  const taken: Partial<Record<WheelItem['ring'], number>> = {}
  return rows
    .filter(({ item }) => item.kind === 'meeting' || item.ring !== 'meeting')
    .map(({ item, number }) => {
      const { radius, half } = rings[item.ring]
      const [from, to] = [shareOf(item.startsOn, year), shareOf(item.endsOn, year)]
      const drawn = { item, r: half, ...(number !== undefined && { number }) }
      if (daysBetween(item.startsOn, item.endsOn) >= shortest && to > from) {
        return {
          ...drawn,
          path: sector(from, to, radius - half, radius + half),
          at: pointAt((from + to) / 2, radius),
        }
      }
      if (item.kind === 'meeting') return { ...drawn, at: pointAt(from, radius) }
      const room = (2 * half + 1) / (2 * Math.PI * radius)
      const place = Math.max(to, (taken[item.ring] ?? -1) + room)
      taken[item.ring] = place
      return { ...drawn, at: pointAt(place, radius) }
    })
}

/** A month's piece of the outermost ring, and where its name stands. */
export function monthAt(month: number, year: number): { path: string; at: { x: number; y: number } } {
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`
  const from = shareOf(first, year)
  const to = month === 11 ? 1 : shareOf(`${year}-${String(month + 2).padStart(2, '0')}-01`, year)
  return { path: sector(from, to, 262, 300), at: pointAt((from + to) / 2, 281) }
}

/** Today's hand and its tip, where the year is this one. */
export function handAt(today: string, year: number): { path: string; tip: string } | undefined {
  if (!today.startsWith(`${year}-`)) return undefined
  const share = shareOf(today, year)
  const [inner, outer] = [pointAt(share, 120), pointAt(share, 258)]
  const [tip, left, right] = [pointAt(share, 302), pointAt(share - 0.005, 316), pointAt(share + 0.005, 316)]
  return {
    path: `M${inner.x} ${inner.y}L${outer.x} ${outer.y}`,
    tip: `M${tip.x} ${tip.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
