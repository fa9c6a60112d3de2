import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schema } from '@/api/client'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { type Option, Select } from '@/components/Select'
import { people as t } from '@/lib/messages/identity'
import { values } from '@/lib/messages/values'
import { grantableRoles, type RoleGrant, scopeOf, withRole } from './grants'

const wholeOrganization = 'organization'

/** Roles, each in one committee or in the whole organization; those that the reader may not give stand still. */
export function RolesField({ value, onChange }: { value: RoleGrant[]; onChange: (roles: RoleGrant[]) => void }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const grantable = grantableRoles(useViewer().session.roles)
  return (
    <fieldset className="field" data-field="roles">
      <legend className="label">{t.roles}</legend>
      {value.map((grant, place) => (
        <RoleRow
          key={place}
          grant={grant}
          place={place}
          committees={committees}
          grantable={grantable}
          isLast={value.length === 1}
          onChange={(changed) => onChange(value.map((each, at) => (at === place ? changed : each)))}
          onRemove={() => onChange(value.filter((_, at) => at !== place))}
        />
      ))}
      <p className="help">{t.whoGrants}</p>
      <div className="row">
        <Button
          small
          look="plain"
          icon="plus"
          onPress={() => onChange([...value, firstGrant(grantable, firstOf(committees))])}
        >
          {t.addRole}
        </Button>
      </div>
    </fieldset>
  )
}

function RoleRow({
  grant,
  place,
  committees,
  grantable,
  isLast,
  onChange,
  onRemove,
}: {
  grant: RoleGrant
  place: number
  committees: readonly Schema['Committee'][]
  grantable: readonly RoleGrant['role'][]
  isLast: boolean
  onChange: (grant: RoleGrant) => void
  onRemove: () => void
}) {
  const fixed = !grantable.includes(grant.role)
  const roles = fixed ? [grant.role] : grantable
  return (
    <div className="form with-end" role="group" aria-label={t.roleAt(place + 1)}>
      <Select
        label={t.role}
        name={`roles/${place}/role`}
        width={3}
        value={grant.role}
        onChange={(role) => onChange(withRole(grant, role, firstOf(committees)))}
        options={roles.map((role) => ({ id: role, label: values.role[role] }))}
        isDisabled={fixed}
      />
      <Select
        label={t.scope}
        name={`roles/${place}/committeeId`}
        width={3}
        value={grant.committeeId ?? wholeOrganization}
        onChange={(id) => onChange({ ...grant, committeeId: id === wholeOrganization ? null : id })}
        options={scopesFor(grant.role, committees)}
        isDisabled={fixed}
      />
      <IconButton
        label={t.removeRole(place + 1)}
        icon="close"
        small={false}
        isDisabled={isLast || fixed}
        onPress={onRemove}
      />
    </div>
  )
}

/** What a new row begins with: the first role that may be given. */
export function firstGrant(grantable: readonly RoleGrant['role'][], committeeId: string | null): RoleGrant {
  return withRole({ role: 'reader', committeeId }, grantable[0] ?? 'reader', committeeId)
}

function scopesFor(role: RoleGrant['role'], committees: readonly Schema['Committee'][]): Option[] {
  const { committee, organization } = scopeOf(role)
  return [
    ...(organization ? [{ id: wholeOrganization, label: t.wholeOrganization }] : []),
    ...(committee ? committees.map(({ id, content }) => ({ id, label: content.name })) : []),
  ]
}

function firstOf(committees: readonly Schema['Committee'][]): string | null {
  return committees[0]?.id ?? null
}
