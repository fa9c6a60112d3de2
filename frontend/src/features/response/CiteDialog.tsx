import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { FormActions } from '@/components/Form'
import { ProblemNote } from '@/components/ProblemNote'
import { SearchField } from '@/components/SearchField'
import { newId } from '@/lib/ids'
import { citations as t } from '@/lib/messages/loop'
import { asProblem } from '@/lib/problem'
import { citableQuery, cite, type CitedThing, type Response, responseQuery } from './api'

/** Chooses among the committee's adopted plans; several may be chosen before the dialog is closed. */
export function CiteDialog({
  response,
  answerId,
  things,
  onClose,
}: {
  response: Response
  answerId: string | null
  things: readonly CitedThing[]
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const [words, setWords] = useState('')
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...citableQuery(response.committeeId, things, words),
    placeholderData: keepPreviousData,
  })
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: ({ thing, id }: { thing: CitedThing; id: string }) =>
      cite(response.id, { id: newId(), answerId, thing, thingId: id }),
    onSuccess: (after) => queryClient.setQueryData(responseQuery(response.id).queryKey, after),
  })
  const isCited = (id: string) =>
    response.citations.some((citation) => citation.thingId === id && citation.answerId === answerId)
  const found = data?.pages.flatMap(({ items }) => items) ?? []
  const total = data?.pages[0]?.total
  return (
    <Dialog title={t.choose} onClose={onClose}>
      <div className="stack">
        <SearchField label={t.search} value={words} onSearch={setWords} />
        {error && <ProblemNote problem={asProblem(error)} />}
        <p className="sub" role="status">
          {total !== undefined && (total === 0 ? t.nothingFound : t.found(total))}
        </p>
        <ul className="c stack tight">
          {found.map(({ thing, id, wording }) => (
            <li key={id} className="row far">
              <span>
                <b>{t.name(wording.number, wording.year)}</b> {wording.title}
              </span>
              {isCited(id) ? (
                <span className="sub">{t.cited}</span>
              ) : (
                <Button
                  small
                  aria-label={t.cite(t.name(wording.number, wording.year))}
                  isPending={isPending && variables.id === id}
                  onPress={() => mutate({ thing, id })}
                >
                  {t.choosing}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t.more}
          </Button>
        )}
        <FormActions>
          <Button look="go" onPress={onClose}>
            {t.close}
          </Button>
        </FormActions>
      </div>
    </Dialog>
  )
}
