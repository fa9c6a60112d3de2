import type { Schema } from '@/api/client'

/** A committee's abbreviation with its name at hand, or its name where it has none. */
export function CommitteeAbbreviation({ committee }: { committee: Schema['Committee'] | undefined }) {
  const { name = '', abbreviation } = committee?.content ?? {}
  return abbreviation ? <abbr title={name}>{abbreviation}</abbr> : <span>{name}</span>
}
