// The year's checks as marks in a grid: a column for each month, and one more for each that a plan goes on into the next year.
import type { CheckStanding } from '@/components/marks'
import type { CheckMark, Control, ControlPlan } from '../api'
import { type Occurrence, occurrencesOf } from './schedule'

/** A check that is, or one that is to be when the plan is adopted. */
export interface Mark extends Occurrence {
  id: string | null
  standing: CheckStanding
}

export interface MonthColumn {
  /** 2026-09 */
  month: string
  isNow: boolean
}

export function standingOf({ outcome, overdue }: Pick<CheckMark, 'outcome' | 'overdue'>): CheckStanding {
  return outcome ?? (overdue ? 'late' : 'planned')
}

/** A control's marks: its checks, or in a draft those that there will be. */
export function marksOf(plan: ControlPlan, control: Control): Mark[] {
  if (plan.state !== 'draft') return control.checks.map((check) => ({ ...check, standing: standingOf(check) }))
  return occurrencesOf(control.content, plan.year).map((to) => ({ ...to, id: null, standing: 'planned' }))
}

/** The months of the plan's year, and those after it up to the last that has a mark. */
export function columnsOf(plan: ControlPlan, today: string): MonthColumn[] {
  const last = plan.controls
    .flatMap((control) => marksOf(plan, control))
    .reduce((latest, mark) => (monthOf(mark) > latest ? monthOf(mark) : latest), `${plan.year}-12`)
  const columns: MonthColumn[] = []
  for (let at = plan.year * 12; nameOf(at) <= last; at++) {
    columns.push({ month: nameOf(at), isNow: nameOf(at) === today.slice(0, 7) })
  }
  return columns
}

export function marksIn(marks: readonly Mark[], { month }: MonthColumn): Mark[] {
  return marks.filter((mark) => monthOf(mark) === month)
}

/** A check stands in the month with which its period ends. */
function monthOf({ periodEnd }: Occurrence): string {
  return periodEnd.slice(0, 7)
}

function nameOf(monthsFromYearNought: number): string {
  const year = Math.floor(monthsFromYearNought / 12)
  return `${year}-${String((monthsFromYearNought % 12) + 1).padStart(2, '0')}`
}

export type Counts = Record<CheckStanding, number> & { all: number }

/** How the checks of a plan, or of some of its controls, stand; every one is counted once. */
export function countsOf(plan: ControlPlan, controls: readonly Control[] = plan.controls): Counts {
  const counts: Counts = {
    all: 0,
    no_deviation: 0,
    minor_deviation: 0,
    major_deviation: 0,
    not_performed: 0,
    planned: 0,
    late: 0,
  }
  for (const control of controls) {
    for (const { standing } of marksOf(plan, control)) {
      counts.all++
      counts[standing]++
    }
  }
  return counts
}

export function performed({ no_deviation, minor_deviation, major_deviation }: Counts): number {
  return no_deviation + minor_deviation + major_deviation
}

export interface Area {
  name: string
  controls: Control[]
}

/** The controls by area, in the order in which the areas first come; those of no area last. */
export function areasOf(controls: readonly Control[]): Area[] {
  const areas = new Map<string, Control[]>()
  for (const control of controls) {
    const name = control.content.area.trim()
    areas.set(name, [...(areas.get(name) ?? []), control])
  }
  return [...areas]
    .map(([name, of]) => ({ name, controls: of }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}
