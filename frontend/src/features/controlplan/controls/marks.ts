// The year's checks as marks in a grid: a column for each month, and one more where a plan goes on after its year.
import type { CheckStanding } from '@/components/marks'
import type { CheckMark, Control, ControlPlan } from '../api'
import { type Occurrence, occurrencesOf } from './schedule'

/** A check that is, or one that is to be when the plan is adopted. */
export interface Mark extends Occurrence {
  id: string | null
  standing: CheckStanding
}

export interface Column {
  /** 2026-09; or 2027 for all that comes after the plan's year. */
  time: string
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

/** The months of the plan's year, and one column for what comes after it, where anything does. */
export function columnsOf(plan: ControlPlan, today: string): Column[] {
  const goesOn = plan.controls.some((control) => marksOf(plan, control).some((mark) => isAfter(mark, plan.year)))
  const times = Array.from({ length: 12 }, (_, place) => `${plan.year}-${String(place + 1).padStart(2, '0')}`)
  return [...times, ...(goesOn ? [String(plan.year + 1)] : [])].map((time) => ({
    time,
    isNow: today.startsWith(time),
  }))
}

/** A check stands in the month with which its period ends. */
export function marksIn(plan: ControlPlan, marks: readonly Mark[], { time }: Column): Mark[] {
  const isMonth = time.includes('-')
  return marks.filter((mark) => (isMonth ? mark.periodEnd.startsWith(time) : isAfter(mark, plan.year)))
}

function isAfter({ periodEnd }: Occurrence, year: number): boolean {
  return Number(periodEnd.slice(0, 4)) > year
}

export type Counts = Record<CheckStanding, number> & { all: number }

/** How the checks of a plan's year, or of some of its controls, stand; every one is counted once. */
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
    for (const mark of marksOf(plan, control)) {
      if (!countsInYear(plan, mark)) continue
      counts.all++
      counts[mark.standing]++
    }
  }
  return counts
}

/** Where a plan goes on after its year, what is still ahead there is not of the year. */
function countsInYear({ year }: ControlPlan, mark: Mark): boolean {
  return !isAfter(mark, year) || mark.standing !== 'planned'
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
