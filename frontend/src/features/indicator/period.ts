// A period as it is written and read: a year, a third, a quarter or a month of one, or from day to day.
import { CalendarDate, endOfMonth, parseDate } from '@internationalized/date'
import { readTypedDate } from '@/lib/dates'
import { periods as t } from '@/lib/messages/indicator'

export interface Period {
  start: string
  end: string
}

/** From the first month of a year, so many months long. */
function monthsOf(year: number, first: number, length: number): Period {
  const last = endOfMonth(new CalendarDate(year, first + length - 1, 1))
  return { start: new CalendarDate(year, first, 1).toString(), end: last.toString() }
}

const isSame = (one: Period, other: Period) => one.start === other.start && one.end === other.end

export function periodLabel(period: Period): string {
  const { year, month } = parseDate(period.start)
  for (const [length, label] of [
    [12, () => String(year)],
    [4, () => t.tertial((month + 3) / 4, year)],
    [3, () => t.quarter((month + 2) / 3, year)],
    [1, () => t.month(t.months[month - 1] ?? '', year)],
  ] as const) {
    if ((month - 1) % length === 0 && isSame(period, monthsOf(year, month, length))) return label()
  }
  return t.days(period.start, period.end)
}

export function readPeriod(text: string): Period | undefined {
  const words = text.trim().toLowerCase()
  const days = /^(\d{4}-?\d{2}-?\d{2})\s*(?:–|-|till)\s*(\d{4}-?\d{2}-?\d{2})$/.exec(words)
  if (days?.[1] && days[2]) {
    const [start, end] = [readTypedDate(days[1]), readTypedDate(days[2])]
    return 'date' in start && 'date' in end && start.date <= end.date ? { start: start.date, end: end.date } : undefined
  }
  const year = /^(\d{4})$/.exec(words)
  if (year) return monthsOf(Number(year[1]), 1, 12)
  const part = /^(t|tertial|kvartal|q)\s*([1-4])\s+(\d{4})$/.exec(words)
  if (part) return partOf(part[1]?.startsWith('t') ? 4 : 3, Number(part[2]), Number(part[3]))
  const iso = /^(\d{4})-(\d{2})$/.exec(words)
  if (iso) return partOf(1, Number(iso[2]), Number(iso[1]))
  const named = /^([a-zåäö]+)\s+(\d{4})$/.exec(words)
  return named ? partOf(1, t.months.indexOf(named[1] ?? '') + 1, Number(named[2])) : undefined
}

function partOf(length: number, number: number, year: number): Period | undefined {
  if (number < 1 || number * length > 12) return undefined
  return monthsOf(year, (number - 1) * length + 1, length)
}
