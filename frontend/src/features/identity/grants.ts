// Who may give which role, and over what it is held: the glossary's table of roles and its fourth law. The server decides;
// this keeps the form from offering what would be refused.
import type { Schema } from '@/api/client'
import { values } from '@/lib/messages/values'

export type RoleGrant = Schema['RoleGrant']
type Role = Schema['Role']

const heldOver: Record<Role, { committee: boolean; organization: boolean }> = {
  officer: { committee: true, organization: false },
  manager: { committee: true, organization: false },
  secretary: { committee: true, organization: false },
  controller: { committee: true, organization: true },
  contributor: { committee: true, organization: true },
  auditor: { committee: false, organization: true },
  adviser: { committee: false, organization: true },
  overseer: { committee: false, organization: true },
  reader: { committee: true, organization: true },
  administrator: { committee: false, organization: true },
}

const independent: Role[] = ['auditor', 'adviser']

/** The roles that somebody with these roles may give and take: auditors theirs, administrators the others. */
export function grantableRoles(held: readonly RoleGrant[]): Role[] {
  const holds = (role: Role) => held.some((grant) => grant.role === role)
  return (Object.keys(values.role) as Role[]).filter((role) =>
    holds(independent.includes(role) ? 'auditor' : 'administrator'),
  )
}

/** Whether the role may be held in one committee, and whether over the whole organization. */
export function scopeOf(role: Role): { committee: boolean; organization: boolean } {
  return heldOver[role]
}

/** The grant with another role, moved to where that role can be held when it could not be held there. */
export function withRole(grant: RoleGrant, role: Role, firstCommittee: string | null): RoleGrant {
  const { committee, organization } = heldOver[role]
  if (grant.committeeId === null) return { role, committeeId: organization ? null : firstCommittee }
  return { role, committeeId: committee ? grant.committeeId : null }
}
