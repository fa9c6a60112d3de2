import { expect, it } from 'vitest'
import { grantableRoles, withRole } from './grants'

it('auditors give the independent roles, administrators the others, and nobody else any', () => {
  expect(grantableRoles([{ role: 'auditor', committeeId: null }])).toEqual(['auditor', 'adviser'])
  const byAdministrator = grantableRoles([{ role: 'administrator', committeeId: null }])
  expect(byAdministrator).toHaveLength(8)
  expect(byAdministrator).not.toContain('auditor')
  expect(grantableRoles([{ role: 'manager', committeeId: 'c' }])).toEqual([])
})

it('a role that changes moves to where it can be held', () => {
  expect(withRole({ role: 'officer', committeeId: 'c' }, 'manager', 'first').committeeId).toBe('c')
  expect(withRole({ role: 'officer', committeeId: 'c' }, 'overseer', 'first').committeeId).toBeNull()
  expect(withRole({ role: 'overseer', committeeId: null }, 'officer', 'first').committeeId).toBe('first')
  expect(withRole({ role: 'overseer', committeeId: null }, 'reader', 'first').committeeId).toBeNull()
})
