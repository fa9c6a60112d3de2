import { describe, expect, it } from 'vitest'
import type { WheelItem } from './api'
import { handAt, monthsOf, nextOf, rowsOf, shapesOf } from './year'

const item = (part: Partial<WheelItem>): WheelItem => ({
  kind: 'duty',
  ring: 'internal_control',
  id: '1',
  startsOn: '2032-02-29',
  endsOn: '2032-02-29',
  title: 'Årsrapport',
  who: '',
  count: null,
  done: null,
  duty: null,
  ...part,
})
const meeting = (id: string, day: string, kind: WheelItem['kind'] = 'meeting') =>
  item({ kind, ring: 'meeting', id, startsOn: day, endsOn: day })

describe('the rows of a year', () => {
  it('have the days before a meeting with it, and alone where it is in another year', () => {
    const rows = rowsOf([
      meeting('a', '2032-01-05', 'manuscript_stop'),
      meeting('a', '2032-01-12', 'papers_sent'),
      meeting('a', '2032-01-19'),
      item({}),
      meeting('b', '2032-12-30', 'manuscript_stop'),
    ])
    expect(rows.map(({ item, number }) => [item.kind, number])).toEqual([
      ['meeting', undefined],
      ['duty', 1],
      ['manuscript_stop', undefined],
    ])
    expect(rows[0]).toMatchObject({ manuscriptStop: '2032-01-05', papersSent: '2032-01-12' })
  })

  it('stand in the month where they begin, and in January when that was the year before', () => {
    const rows = rowsOf([item({ startsOn: '2031-12-15', endsOn: '2032-01-15' }), item({}), item({ id: '2' })])
    expect(monthsOf(rows, 2032).map(({ month, rows }) => [month, rows.length])).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  it('have as next what ends first of what is not done', () => {
    const done = item({ endsOn: '2032-03-01', done: true })
    const next = item({ id: '2', startsOn: '2032-01-01', endsOn: '2032-03-02' })
    expect(nextOf([done, item({ endsOn: '2032-02-28' }), next], '2032-02-29')).toBe(next)
  })
})

describe('the picture', () => {
  it('has a piece of the ring for what lasts, within the year, and a point for a day', () => {
    const [piece, point] = shapesOf(
      rowsOf([
        item({ startsOn: '2031-10-01', endsOn: '2032-04-01' }),
        item({ id: '2', startsOn: '2032-07-01', endsOn: '2032-07-01' }),
      ]),
      2032,
    )
    expect(piece?.path).toMatch(/^M320 112A/)
    expect(point?.path).toBeUndefined()
    expect(point?.at.y).toBeGreaterThan(510)
  })

  it('moves a point on from the one before it', () => {
    const [first, second] = shapesOf(rowsOf([item({}), item({ id: '2' })]), 2032)
    const apart = Math.hypot(first!.at.x - second!.at.x, first!.at.y - second!.at.y)
    expect(apart).toBeGreaterThan(24)
  })

  it('has a hand in its own year alone', () => {
    expect(handAt('2032-02-29', 2032)).toBeDefined()
    expect(handAt('2032-02-29', 2033)).toBeUndefined()
  })
})
