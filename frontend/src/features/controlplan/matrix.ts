// Where risks stand in the matrix: likelihood upwards, consequence to the right, both from 1.
import type { ControlPlan, Risk, RiskLevel, RiskPoint, RiskScaleContent, RiskValue, Which } from './api'

export const levels: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical']

export function levelOf(scale: RiskScaleContent, value: number): RiskLevel {
  const { medium, high, critical } = scale.levels
  if (value >= critical) return 'critical'
  if (value >= high) return 'high'
  return value >= medium ? 'medium' : 'low'
}

export function valueOf(scale: RiskScaleContent, point: RiskPoint): RiskValue {
  const value = point.likelihood * point.consequence
  return { value, level: levelOf(scale, value) }
}

export interface Cell extends RiskValue {
  point: RiskPoint
}

/** The matrix's rows, the highest likelihood first. */
export function rowsOf(scale: RiskScaleContent): Cell[][] {
  return scale.likelihood
    .map((_, row) =>
      scale.consequence.map((_, column) => {
        const point = { likelihood: row + 1, consequence: column + 1 }
        return { point, ...valueOf(scale, point) }
      }),
    )
    .reverse()
}

/** The step that an arrow key takes a risk, within the scale; null where it would leave it. */
export function stepped(scale: RiskScaleContent, point: RiskPoint, key: string): RiskPoint | null {
  const [up, right] = arrows[key] ?? [0, 0]
  const likelihood = point.likelihood + up
  const consequence = point.consequence + right
  const inside =
    likelihood >= 1 &&
    likelihood <= scale.likelihood.length &&
    consequence >= 1 &&
    consequence <= scale.consequence.length
  return inside && (up !== 0 || right !== 0) ? { likelihood, consequence } : null
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

export function standsAt(point: RiskPoint | null, cell: Cell): boolean {
  return point?.likelihood === cell.point.likelihood && point.consequence === cell.point.consequence
}

/** Other values of the chosen risk, to be seen beside the one that the matrix shows. */
export function shadowsOf(risk: Risk | undefined, which: Which, cell: Cell): Which[] {
  if (!risk) return []
  return (['inherent', 'current', 'target'] as const).filter(
    (other) => other !== which && standsAt(risk.content[other], cell),
  )
}

/** The risk as it stood in the committee's plan before, or undefined. */
export function earlierOf(plan: ControlPlan, risk: Risk) {
  return plan.earlier?.risks.find(({ id }) => id === risk.earlierId)
}

/** Whether a risk was selected to a plan. */
export function isSelected(risk: Risk): boolean {
  return risk.content.treatments.some(
    ({ treatment }) => treatment === 'control_plan' || treatment === 'operational_plan',
  )
}
