import { useSuspenseQuery } from '@tanstack/react-query'
import { Ticks } from '@/components/Choices'
import { optionsOf, Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { committee as t } from '@/lib/messages/organization'
import { values } from '@/lib/messages/values'
import { administrationsQuery, type CommitteeContent } from './api'

/** What a committee is called and how it numbers, in a form of six columns. */
export function CommitteeFields({
  content,
  set,
  isReadOnly = false,
}: {
  content: CommitteeContent
  set: (part: Partial<CommitteeContent>) => void
  isReadOnly?: boolean
}) {
  const { data: administrations } = useSuspenseQuery(administrationsQuery)
  return (
    <div className="form">
      <TextField
        label={t.name}
        name="name"
        width={4}
        value={content.name}
        onChange={(name) => set({ name })}
        isReadOnly={isReadOnly}
      />
      <TextField
        label={t.abbreviation}
        name="abbreviation"
        help={t.abbreviationHelp}
        optional
        maxLength={12}
        value={content.abbreviation}
        onChange={(abbreviation) => set({ abbreviation })}
        isReadOnly={isReadOnly}
      />
      <Select
        label={t.kind}
        name="kind"
        value={content.kind}
        onChange={(kind) => set({ kind })}
        options={optionsOf(values.committeeKind)}
        isDisabled={isReadOnly}
      />
      <TextField
        label={t.pattern}
        name="registryNumberPattern"
        width={4}
        help={t.patternHelp}
        optional
        maxLength={60}
        value={content.registryNumberPattern}
        onChange={(registryNumberPattern) => set({ registryNumberPattern })}
        isReadOnly={isReadOnly}
      />
      <Ticks
        label={t.administrations}
        name="administrationIds"
        width={6}
        optional
        {...(administrations.length === 0 ? { help: t.noAdministrations } : {})}
        value={content.administrationIds}
        onChange={(administrationIds) => set({ administrationIds })}
        options={administrations.map(({ id, content: { name } }) => ({ id, label: name }))}
        isDisabled={isReadOnly}
      />
    </div>
  )
}
