import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { LeftOut } from '@/components/LeftOut'
import { Pagination } from '@/components/Pagination'
import { ProblemNote } from '@/components/ProblemNote'
import { assignments, many, roundForm as t } from '@/lib/messages/followup'
import { allAssignmentIds, type AssignmentSummary, assignmentsQuery, pageSize } from '../api'
import { AssignmentsTable } from '../AssignmentsTable'
import { PickPage } from '../many/PickPage'
import { type AssignmentSearch, narrowed, queryOf } from '../search'

/** The most that a round may ask about. */
const most = 1000

/** A page of the follow-up's list, to pick what a round asks about; what is picked stays while one filters and turns pages. */
export function RoundPicks({
  chosen,
  onChoose,
  search,
  onSearch,
}: {
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
  search: AssignmentSearch
  onSearch: (search: AssignmentSearch) => void
}) {
  const { sortering = '-reportDate', kolumner, page = 1 } = search
  const { data } = useSuspenseQuery(assignmentsQuery(queryOf(search), page))
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => allAssignmentIds(queryOf(search)),
    onSuccess: (ids) => onChoose([...new Set([...chosen, ...ids])]),
  })
  const has = (id: string) => chosen.includes(id)
  const pick = (rows: readonly AssignmentSummary[], picked: boolean) => {
    const others = chosen.filter((id) => !rows.some((row) => row.id === id))
    onChoose(picked ? [...others, ...rows.map(({ id }) => id)] : others)
  }
  if (data.total === 0)
    return (
      <div className="panel">
        <EmptyState icon="filter" title={assignments.nothingFits}>
          {assignments.nothingFitsHelp}
        </EmptyState>
      </div>
    )
  return (
    <>
      <p className="cap below" role="status">
        {assignments.hits(data.total)}
      </p>
      <LeftOut count={data.leftOut} />
      {error && <ProblemNote problem={error} />}
      <div className="panel">
        <div className="marked" role="group" aria-label={many.bar}>
          <PickPage picked={has} pickable={data.items} onPick={pick} />
          {data.total > data.items.length &&
            (data.total > most ? (
              <span>{t.most(most)}</span>
            ) : (
              <Button small isPending={isPending} onPress={() => mutate()}>
                {t.pickAll(data.total)}
              </Button>
            ))}
          {chosen.length > 0 && (
            <Button small look="plain" onPress={() => onChoose([])}>
              {t.none}
            </Button>
          )}
        </div>
        <AssignmentsTable
          assignments={data.items}
          sort={sortering}
          onSort={(sort) => onSearch(narrowed(search, { sortering: sort }))}
          shown={kolumner}
          picking={{ pickable: () => true, picked: ({ id }) => has(id), onPick: (row, picked) => pick([row], picked) }}
        />
        <Pagination page={page} pageSize={pageSize} total={data.total} />
      </div>
    </>
  )
}
