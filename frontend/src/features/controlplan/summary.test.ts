import { expect, it } from 'vitest'
import type { CommitteeControl } from './api'
import { totalOf } from './summary'

const row: CommitteeControl = {
  committeeId: 'a',
  planId: 'plan',
  state: 'adopted',
  mayRead: true,
  adoptedOn: '2025-12-11',
  controls: 4,
  checks: 20,
  noDeviation: 9,
  minorDeviation: 3,
  majorDeviation: 1,
  notPerformed: 2,
  missed: 1,
  ahead: 4,
  deviations: 5,
  openDeviations: 2,
  judgement: null,
}

it('adds the committees up, and each column to the checks of all', () => {
  const total = totalOf([row, { ...row, committeeId: 'b', checks: 21, ahead: 5 }])
  expect(total).toMatchObject({ controls: 8, checks: 41, ahead: 9, openDeviations: 4 })
  const { noDeviation, minorDeviation, majorDeviation, notPerformed, missed, ahead } = total
  expect(noDeviation + minorDeviation + majorDeviation + notPerformed + missed + ahead).toBe(total.checks)
})
