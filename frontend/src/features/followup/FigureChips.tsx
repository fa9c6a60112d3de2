import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FilterChip } from '@/components/FilterChip'
import { filters as t } from '@/lib/messages/followup'
import { overviewQuery } from './api'

/** The years and firms that there are figures for; asked for when a list of them opens. */
function useFigured() {
  const [wanted, setWanted] = useState(false)
  const { data } = useQuery({ ...overviewQuery({}), enabled: wanted })
  return { data, ask: () => setWanted(true) }
}

export function YearChip({
  year,
  onChange,
}: {
  year: number | undefined
  onChange: (year: number | undefined) => void
}) {
  const { data, ask } = useFigured()
  const years = data?.years.flatMap((one) => (one.year === null ? [] : [String(one.year)]))
  return (
    <FilterChip
      single
      label={t.year}
      options={years?.map((id) => ({ id, label: id }))}
      chosen={year === undefined ? [] : [String(year)]}
      onChange={([id]) => onChange(id === undefined ? undefined : Number(id))}
      onOpen={ask}
    />
  )
}

export function FirmChip({
  firm,
  onChange,
}: {
  firm: string | undefined
  onChange: (firm: string | undefined) => void
}) {
  const { data, ask } = useFigured()
  return (
    <FilterChip
      single
      label={t.firm}
      options={data?.firms.filter((one) => one.firm !== '').map((one) => ({ id: one.firm, label: one.firm }))}
      chosen={firm ? [firm] : []}
      onChange={([id]) => onChange(id)}
      onOpen={ask}
    />
  )
}
