import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { committeesQuery } from '@/api/queries'
import { ChosenFilters } from '@/components/ChosenFilters'
import { FilterChip } from '@/components/FilterChip'
import { filters, overview as t } from '@/lib/messages/followup'
import { FirmChip, YearChip } from './FigureChips'
import { chosenIn, narrowed, type OverviewSearch } from './search'
import { useNames } from './useNames'

/** Narrows the figures; every choice goes to the address. */
export function OverviewFilters({ search }: { search: OverviewSearch }) {
  const bar = useRef<HTMLDivElement>(null)
  const navigate = useNavigate({ from: '/oversikt' })
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const chosen = chosenIn(search, useNames({}))
  const go = (to: OverviewSearch) => void navigate({ search: to, replace: true })
  const narrow = (part: Partial<OverviewSearch>) => go(narrowed(search, part))
  return (
    <>
      <div ref={bar} className="row filters" role="search" aria-label={t.filters}>
        <FilterChip
          label={filters.committee}
          options={committees.map(({ id, content }) => ({ id, label: content.name }))}
          chosen={search.namnd ?? []}
          onChange={(namnd) => narrow({ namnd })}
        />
        <FirmChip firm={search.firma} onChange={(firma) => narrow({ firma })} />
        <YearChip year={search.ar} onChange={(ar) => narrow({ ar })} />
      </div>
      <ChosenFilters
        bar={bar}
        chosen={chosen}
        onRemove={(id) => go(chosen.find((one) => one.id === id)?.without ?? search)}
        onClear={() => go({})}
      />
    </>
  )
}
