import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { SearchField } from '@/components/SearchField'
import { Select } from '@/components/Select'
import { audits as t } from '@/lib/messages/audit'

const route = getRouteApi('/shell/granskningar')
const all = 'all'

/** Narrows the list; every choice goes to the address, and back to the first page. */
export function AuditsFilters() {
  const { q, namnd, bekraftad } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: committees } = useSuspenseQuery(committeesQuery)

  function narrow(part: { q?: string | undefined; namnd?: string | undefined; bekraftad?: boolean | undefined }) {
    void navigate({ search: (now) => ({ ...now, ...part, page: undefined }), replace: true })
  }

  return (
    <div className="row filters labelled" role="search" aria-label={t.filters}>
      <SearchField key={q} label={t.search} value={q ?? ''} onSearch={(words) => narrow({ q: words || undefined })} />
      <Select
        label={t.committee}
        value={namnd ?? all}
        onChange={(id) => narrow({ namnd: id === all ? undefined : id })}
        options={[
          { id: all, label: t.allCommittees },
          ...committees.map(({ id, content }) => ({ id, label: content.name })),
        ]}
      />
      <Select
        label={t.confirmation}
        value={bekraftad === undefined ? all : String(bekraftad)}
        onChange={(choice) => narrow({ bekraftad: choice === all ? undefined : choice === 'true' })}
        options={[
          { id: all, label: t.both },
          { id: 'true', label: t.confirmed },
          { id: 'false', label: t.unconfirmed },
        ]}
      />
      {(q !== undefined || namnd !== undefined || bekraftad !== undefined) && (
        <Button look="plain" onPress={() => void navigate({ search: ({ sortering }) => ({ sortering }) })}>
          {t.clear}
        </Button>
      )}
    </div>
  )
}
