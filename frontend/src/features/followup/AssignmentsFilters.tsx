import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { ChosenFilters } from '@/components/ChosenFilters'
import { FilterChip, ToggleChip } from '@/components/FilterChip'
import { SearchField } from '@/components/SearchField'
import { optionsOf } from '@/components/Select'
import { filters as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { auditChoicesQuery } from './api'
import { FirmChip, YearChip } from './FigureChips'
import {
  type AssignmentSearch,
  chosenIn,
  criticismWords,
  mannerOf,
  narrowed,
  progressWords,
  stanceWords,
} from './search'
import { useNames } from './useNames'

/** Narrows the list; every choice leads back to the first page. */
export function AssignmentsFilters({
  search,
  onChange: go,
}: {
  search: AssignmentSearch
  onChange: (search: AssignmentSearch) => void
}) {
  const bar = useRef<HTMLDivElement>(null)
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const chosen = chosenIn(search, useNames(search))
  const narrow = (part: Partial<AssignmentSearch>) => go(narrowed(search, part))

  return (
    <>
      <div ref={bar} className="row filters" role="search" aria-label={t.label}>
        <SearchField key={search.q} label={t.search} value={search.q ?? ''} onSearch={(q) => narrow({ q })} />
        <FilterChip
          label={t.committee}
          options={committees.map(({ id, content }) => ({ id, label: content.name }))}
          chosen={search.namnd ?? []}
          onChange={(namnd) => narrow({ namnd })}
        />
        <FilterChip
          label={t.stance}
          options={optionsOf(stanceWords)}
          chosen={search.svar ?? []}
          onChange={(svar) => narrow({ svar })}
        />
        <FilterChip
          label={t.progress}
          options={optionsOf(progressWords)}
          chosen={search.framdrift ?? []}
          onChange={(framdrift) => narrow({ framdrift })}
        />
        <FilterChip
          label={t.verdict}
          options={optionsOf(values.verdict)}
          chosen={search.bedomning ?? []}
          onChange={(bedomning) => narrow({ bedomning })}
        />
        <FilterChip
          label={t.difference}
          options={optionsOf(values.difference)}
          chosen={search.skillnad ?? []}
          onChange={(skillnad) => narrow({ skillnad })}
        />
        <ToggleChip
          label={t.overdue}
          on={search.forsenad === true}
          onChange={(on) => narrow({ forsenad: on ? true : undefined })}
        />
        <FilterChip
          label={t.criticism}
          options={optionsOf(criticismWords)}
          chosen={search.kritik ?? []}
          onChange={(kritik) => narrow({ kritik })}
        />
        <YearChip year={search.ar} onChange={(ar) => narrow({ ar })} />
        <FirmChip firm={search.firma} onChange={(firma) => narrow({ firma })} />
        <AuditChip audit={search.granskning} onChange={(granskning) => narrow({ granskning })} />
      </div>
      <ChosenFilters
        bar={bar}
        chosen={chosen}
        onRemove={(id) => go(chosen.find((one) => one.id === id)?.without ?? search)}
        onClear={() => go(mannerOf(search))}
      />
    </>
  )
}

function AuditChip({ audit, onChange }: { audit: string | undefined; onChange: (audit: string | undefined) => void }) {
  const [wanted, setWanted] = useState(false)
  const { data } = useQuery({ ...auditChoicesQuery, enabled: wanted })
  return (
    <FilterChip
      single
      label={t.audit}
      options={data?.map(({ id, title }) => ({ id, label: title }))}
      chosen={audit ? [audit] : []}
      onChange={([id]) => onChange(id)}
      onOpen={() => setWanted(true)}
    />
  )
}
