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
  it('goes on into the next year as long as the plan does', () => {
    const columns = columnsOf(plan, '2026-09-14')
    expect(columns).toHaveLength(13)
    expect(columns[0]?.month).toBe('2026-01')
    expect(columns[12]?.month).toBe('2027-01')
    expect(columns.filter(({ isNow }) => isNow).map(({ month }) => month)).toEqual(['2026-09'])
  })
})

describe('marksOf', () => {
  it('are the checks of an adopted plan', () => {
    const marks = marksOf(plan, plan.controls[0]!)
    expect(marksIn(marks, { month: '2026-03', isNow: false })).toMatchObject([{ id: '3', standing: 'late' }])
    expect(marksIn(marks, { month: '2026-04', isNow: false })).toEqual([])
  })

  it('are those to be of a draft', () => {
    const draft = samplePlan({ controls: [sampleControl('a')] })
    expect(marksOf(draft, draft.controls[0]!)).toHaveLength(4)
    expect(marksOf(draft, draft.controls[0]!)[0]).toMatchObject({ id: null, standing: 'planned' })
  })
})

it('counts every check once', () => {
  const counts = countsOf(plan)
  expect(counts).toMatchObject({ all: 4, no_deviation: 1, not_performed: 1, late: 1, planned: 1 })
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
