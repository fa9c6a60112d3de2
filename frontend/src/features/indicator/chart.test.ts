import { expect, it } from 'vitest'
import { namedInLines, plotted, ticks, valueWords } from './chart'

const figure = (series: string, year: number, value: number) => ({
  series,
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  value,
  answers: null,
})

it('has a place for each period in each series', () => {
  const { periods, series } = plotted([figure('Chefer', 2026, 71), figure('Alla', 2025, 4), figure('Chefer', 2025, 70)])
  expect(periods.map(({ label }) => label)).toEqual(['2025', '2026'])
  expect(series.map(({ name, figures }) => [name, ...figures.map((one) => one?.value)])).toEqual([
    ['Chefer', 70, 71],
    ['Alla', 4, undefined],
  ])
})

it('marks the axis with round numbers and zero among them', () => {
  expect(ticks([62, 88], true)).toEqual([0, 25, 50, 75, 100])
  expect(ticks([3, 17], false)).toEqual([0, 5, 10, 15, 20])
  expect(ticks([-3, 4], false)).toEqual([-4, -2, 0, 2, 4])
  expect(ticks([0.3], false)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticks([], false).at(0)).toBe(0)
})

it('writes a value with its unit', () => {
  expect(valueWords(62.5, true)).toBe('62,5\u00a0%')
  expect(valueWords(1234, false).replace(/\s/g, ' ')).toBe('1 234')
})

it('names a period on as few lines as find room', () => {
  expect(namedInLines('2026')).toEqual(['2026'])
  expect(namedInLines('kvartal 2 2026')).toEqual(['kvartal 2', '2026'])
  expect(namedInLines('2026-01-01 – 2026-02-15')).toEqual(['2026-01-01 –', '2026-02-15'])
})
