// What a chart of figures is made of: its periods, its series, its scale.
import type { Figure } from './api'
import { periodLabel } from './period'

export interface Plotted {
  periods: { key: string; label: string }[]
  /** Each with a value, or none, for each period. */
  series: { name: string; figures: (Figure | undefined)[] }[]
}

const keyOf = ({ periodStart, periodEnd }: Figure) => `${periodStart}/${periodEnd}`

export function plotted(figures: readonly Figure[]): Plotted {
  const keys = [...new Map(figures.map((figure) => [keyOf(figure), figure])).entries()].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const names = [...new Set(figures.map(({ series }) => series))]
  return {
    periods: keys.map(([key, { periodStart, periodEnd }]) => ({
      key,
      label: periodLabel({ start: periodStart, end: periodEnd }),
    })),
    series: names.map((name) => ({
      name,
      figures: keys.map(([key]) => figures.find((figure) => figure.series === name && keyOf(figure) === key)),
    })),
  }
}

/** A period's name with the year, or the last day, on a line of its own, so that many find room beside each other. */
export function namedInLines(label: string): string[] {
  return label.split(/ (?=\d{4}\b)/)
}

/** The marks of the axis: round numbers from at most the least to at least the most, zero among them. */
export function ticks(values: readonly number[], isPercent: boolean): number[] {
  const least = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  if (isPercent && least === 0 && most <= 100 && most > 40) return [0, 25, 50, 75, 100]
  const step = niceStep((most - least || 1) / 4)
  const first = Math.floor(least / step)
  const last = Math.max(Math.ceil(most / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, place) => rounded((first + place) * step))
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return nice * power
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/** A value as a Swede reads it, with its unit. */
export function valueWords(value: number, isPercent: boolean): string {
  const written = value.toLocaleString('sv-SE', { maximumFractionDigits: 2 })
  return isPercent ? `${written}\u00a0%` : written
}
