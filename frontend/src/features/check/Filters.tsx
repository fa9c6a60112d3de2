import { useSuspenseQuery } from '@tanstack/react-query'
import { committeesQuery } from '@/api/queries'
import { Select } from '@/components/Select'

const all = 'all'

/** One of a few, or all of them. */
export function Filter<Id extends string>({
  label,
  any,
  value,
  words,
  onChange,
}: {
  label: string
  any: string
  value: Id | undefined
  words: Readonly<Record<Id, string>>
  onChange: (value: Id | undefined) => void
}) {
  const options = [{ id: all, label: any }, ...Object.entries<string>(words).map(([id, word]) => ({ id, label: word }))]
  return (
    <Select<string>
      label={label}
      value={value ?? all}
      onChange={(id) => onChange(id === all ? undefined : (id as Id))}
      options={options}
    />
  )
}

export function CommitteeFilter({
  label,
  any,
  value,
  onChange,
}: {
  label: string
  any: string
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const words = Object.fromEntries(committees.map(({ id, content }) => [id, content.name]))
  return <Filter label={label} any={any} value={value} words={words} onChange={onChange} />
}
