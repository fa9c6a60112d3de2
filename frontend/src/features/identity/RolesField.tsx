import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schema } from '@/api/client'
import { committeesQuery } from '@/api/queries'
import { Button, IconButton } from '@/components/Button'
import { optionsOf, Select } from '@/components/Select'
import { people as t } from '@/lib/messages/identity'
import { values } from '@/lib/messages/values'

type RoleGrant = Schema['RoleGrant']

const wholeOrganization = 'organization'

/** Roles, each in one committee or in the whole organization. */
export function RolesField({ value, onChange }: { value: RoleGrant[]; onChange: (roles: RoleGrant[]) => void }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const scopes = [
    { id: wholeOrganization, label: t.wholeOrganization },
    ...committees.map((committee) => ({ id: committee.id, label: committee.content.name })),
  ]

  function replace(place: number, part: Partial<RoleGrant>) {
    onChange(value.map((grant, at) => (at === place ? { ...grant, ...part } : grant)))
  }

  return (
    <fieldset className="field" data-field="roles">
      <legend className="label">{t.roles}</legend>
      {value.map((grant, place) => (
        <div key={place} className="form with-end" role="group" aria-label={t.roleAt(place + 1)}>
          <Select
            label={t.role}
            name={`roles/${place}/role`}
            width={3}
            value={grant.role}
            onChange={(role) => replace(place, { role })}
            options={optionsOf(values.role)}
          />
          <Select
            label={t.scope}
            name={`roles/${place}/committeeId`}
            width={3}
            value={grant.committeeId ?? wholeOrganization}
            onChange={(id) => replace(place, { committeeId: id === wholeOrganization ? null : id })}
            options={scopes}
          />
          <IconButton
            label={t.removeRole(place + 1)}
            icon="close"
            small={false}
            isDisabled={value.length === 1}
            onPress={() => onChange(value.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <div className="row">
        <Button small look="plain" icon="plus" onPress={() => onChange([...value, newGrant(committees)])}>
          {t.addRole}
        </Button>
      </div>
    </fieldset>
  )
}

/** What a new row begins with: the commonest role, in the first committee. */
export function newGrant(committees: readonly Schema['Committee'][]): RoleGrant {
  return { role: 'officer', committeeId: committees[0]?.id ?? null }
}
