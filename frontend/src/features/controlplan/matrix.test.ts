import { describe, expect, it } from 'vitest'
import type { RiskScaleContent } from './api'
import { levelOf, rowsOf, stepped } from './matrix'

const steps = (count: number) => Array.from({ length: count }, (_, step) => ({ label: `${step + 1}`, description: '' }))
const scale: RiskScaleContent = {
  likelihood: steps(4),
  consequence: steps(5),
  levels: { medium: 4, high: 9, critical: 16 },
  categories: [],
}

describe('the matrix', () => {
  it('has the highest likelihood on top and the gravest consequence to the right', () => {
    const rows = rowsOf(scale)
    expect(rows).toHaveLength(4)
    expect(rows[0]?.[4]).toEqual({ point: { likelihood: 4, consequence: 5 }, value: 20, level: 'critical' })
    expect(rows[3]?.[0]).toEqual({ point: { likelihood: 1, consequence: 1 }, value: 1, level: 'low' })
  })

  it('puts each value at the level that it reaches', () => {
    expect([3, 4, 8, 9, 15, 16].map((value) => levelOf(scale, value))).toEqual([
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
    ])
  })

  it('lets a risk be moved by a step and not out of the scale', () => {
    expect(stepped(scale, { likelihood: 3, consequence: 3 }, 'ArrowUp')).toEqual({ likelihood: 4, consequence: 3 })
    expect(stepped(scale, { likelihood: 4, consequence: 3 }, 'ArrowUp')).toBeNull()
    expect(stepped(scale, { likelihood: 1, consequence: 1 }, 'ArrowLeft')).toBeNull()
    expect(stepped(scale, { likelihood: 1, consequence: 1 }, 'Tab')).toBeNull()
  })
})
