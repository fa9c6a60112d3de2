// Dates for people: a calendar date is the text 2024-02-29, in Europe/Stockholm; an instant is an ISO text in UTC.
import { CalendarDate, parseAbsolute, parseDate as parseIsoDate, today as todayIn } from '@internationalized/date'
import { dates as t } from './messages/common'

const zone = 'Europe/Stockholm'

/** Today in Stockholm, as 2024-02-29. */
export function today(): string {
  return todayIn(zone).toString()
}

/** An instant as 2024-01-22 16:12, Stockholm time. */
export function formatInstant(instant: string): string {
  return `${dateOf(instant)} ${timeOf(instant)}`
}

/** The Stockholm date of an instant. */
export function dateOf(instant: string): string {
  return local(instant).toString().slice(0, 10)
}

/** The Stockholm time of day of an instant, as 10:44. */
export function timeOf(instant: string): string {
  return local(instant).toString().slice(11, 16)
}

/** "tisdag 23 januari 2024, vecka 4", with the ISO week. */
export function formatLongDate(date: string): string {
  const words = new Intl.DateTimeFormat('sv-SE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return t.withWeek(words.format(utcNoon(date)), isoWeek(date))
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcNoon(to).getTime() - utcNoon(from).getTime()) / 86_400_000)
}

/** "om 8 dagar", "i dag", "8 dagar sen". Shown only beside the date itself. */
export function relativeDays(date: string, from = today()): string {
  return t.relative(daysBetween(from, date))
}

export type TypedDate = { date: string } | { problem: string }

/**
 * Reads a date as people type it: 2024-02-29, 20240229, 2024/2/29 or 2024.2.29. A date that does not exist gives words
 * that name the mistake and the date that was probably meant.
 */
export function readTypedDate(typed: string): TypedDate {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(typed.trim())
  if (!parts) return { problem: t.writeAs }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12) return { problem: t.noSuchMonth(month) }
  if (day < 1) return { problem: t.writeAs }
  const last = daysInMonth(year, month)
  if (day <= last) return { date: iso(year, month, day) }
  if (month === 2 && day === 29) return { problem: t.noLeapDay(year, iso(nearestLeapYear(year), 2, 29)) }
  return { problem: t.shortMonth(month, last, iso(year, month, last)) }
}

function local(instant: string) {
  return parseAbsolute(instant, zone)
}

function iso(year: number, month: number, day: number): string {
  return new CalendarDate(year, month, day).toString()
}

function daysInMonth(year: number, month: number): number {
  const first = new CalendarDate(year, month, 1)
  return first.calendar.getDaysInMonth(first)
}

function nearestLeapYear(year: number): number {
  for (let step = 1; step < 8; step++) {
    if (daysInMonth(year + step, 2) === 29) return year + step
    if (daysInMonth(year - step, 2) === 29) return year - step
  }
  return year
}

function utcNoon(date: string): Date {
  const { year, month, day } = parseIsoDate(date)
  return new Date(Date.UTC(year, month - 1, day, 12))
}

/** ISO 8601: week 1 is the one with the year's first Thursday. */
function isoWeek(date: string): number {
  const thursday = utcNoon(date)
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7))
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - yearStart) / (7 * 86_400_000)) + 1
}
