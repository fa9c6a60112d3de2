import { describe, expect, it } from 'vitest'
import { sampleControl, samplePlan } from '../sample'
import { areasOf, columnsOf, countsOf, marksIn, marksOf, performed } from './marks'

const check = (id: string, periodEnd: string, outcome: 'no_deviation' | 'not_performed' | null, overdue = false) => ({
  id,
  periodStart: `${periodEnd.slice(0, 7)}-01`,
  periodEnd,
  plannedOn: periodEnd,
  lastOn: periodEnd,
  outcome,
  overdue,
})

const plan = samplePlan({
  state: 'adopted',
  controls: [
    sampleControl('a', {
      checks: [
        check('1', '2026-01-31', 'no_deviation'),
        check('2', '2026-02-28', 'not_performed'),
        check('3', '2026-03-31', null, true),
        check('4', '2027-01-31', null),
      ],
    }),
  ],
})

describe('columnsOf', () => {
  it('has one more as long as the plan goes on after its year', () => {
    const columns = columnsOf(plan, '2026-09-14')
    expect(columns).toHaveLength(13)
    expect(columns[0]?.time).toBe('2026-01')
    expect(columns[12]?.time).toBe('2027')
    expect(columns.filter(({ isNow }) => isNow).map(({ time }) => time)).toEqual(['2026-09'])
    expect(columnsOf(plan, '2027-02-01').find(({ isNow }) => isNow)?.time).toBe('2027')
  })
})

describe('marksOf', () => {
  it('are the checks of an adopted plan', () => {
    const marks = marksOf(plan, plan.controls[0]!)
    expect(marksIn(plan, marks, { time: '2026-03', isNow: false })).toMatchObject([{ id: '3', standing: 'late' }])
    expect(marksIn(plan, marks, { time: '2026-04', isNow: false })).toEqual([])
    expect(marksIn(plan, marks, { time: '2027', isNow: false })).toMatchObject([{ id: '4' }])
  })

  it('are those to be of a draft', () => {
    const draft = samplePlan({ controls: [sampleControl('a')] })
    expect(marksOf(draft, draft.controls[0]!)).toHaveLength(4)
    expect(marksOf(draft, draft.controls[0]!)[0]).toMatchObject({ id: null, standing: 'planned' })
  })
})

it('counts every check of the year once, and none that is ahead after it', () => {
  const counts = countsOf(plan)
  expect(counts).toMatchObject({ all: 3, no_deviation: 1, not_performed: 1, late: 1, planned: 0 })
  expect(performed(counts) + counts.not_performed + counts.late + counts.planned).toBe(counts.all)
})

it('groups by area in the order of the controls, those of none last', () => {
  const of = (id: string, area: string) => sampleControl(id, { content: { area } })
  const areas = areasOf([of('1', ''), of('2', 'Inköp'), of('3', 'Behörigheter'), of('4', 'Inköp ')])
  expect(areas.map(({ name, controls }) => [name, controls.map(({ id }) => id)])).toEqual([
    ['Inköp', ['2', '4']],
    ['Behörigheter', ['3']],
    ['', ['1']],
  ])
})
