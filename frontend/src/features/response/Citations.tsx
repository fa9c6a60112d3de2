import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, IconButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { citations as t } from '@/lib/messages/loop'
import { asProblem } from '@/lib/problem'
import { type Citation, type CitedThing, deleteCitation, renewCitation, type Response, responseQuery } from './api'
import { CiteDialog } from './CiteDialog'

/** What an answer, or a part of the response (answerId is null), points to in the committee's plans. */
export function Citations({
  response,
  answerId,
  things,
}: {
  response: Response
  answerId: string | null
  things: readonly CitedThing[]
}) {
  const [isChoosing, setIsChoosing] = useState(false)
  const cited = citedIn(response, answerId, things)
  return (
    <section className="stack tight" aria-labelledby="citations">
      <div className="row far">
        <h3 id="citations">{t.title}</h3>
        <Button small look="plain" icon="plus" onPress={() => setIsChoosing(true)}>
          {t.add}
        </Button>
      </div>
      <p className="sub">{t.help}</p>
      {cited.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="c stack tight">
          {cited.map((citation) => (
            <li key={citation.id}>
              <Cited response={response} citation={citation} />
            </li>
          ))}
        </ul>
      )}
      {isChoosing && (
        <CiteDialog response={response} answerId={answerId} things={things} onClose={() => setIsChoosing(false)} />
      )}
    </section>
  )
}

export function citedIn({ citations }: Response, answerId: string | null, things: readonly CitedThing[]): Citation[] {
  return citations.filter((citation) => citation.answerId === answerId && things.includes(citation.thing))
}

function Cited({ response, citation }: { response: Response; citation: Citation }) {
  const queryClient = useQueryClient()
  const { wording, now, removed } = citation
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ act }: { act: (citation: Citation) => Promise<Response>; done: string }) => act(citation),
    onSuccess: (after, { done }) => {
      queryClient.setQueryData(responseQuery(response.id).queryKey, after)
      showToast({ tone: 'ok', title: done })
    },
  })
  return (
    <div className="stack tight">
      <div className="row far">
        <span>
          <b>{t.name(wording.number, wording.year)}</b> {wording.title}
        </span>
        <IconButton
          label={t.remove(wording.number)}
          icon="close"
          isDisabled={isPending}
          onPress={() => mutate({ act: deleteCitation, done: t.removed })}
        />
      </div>
      {removed && (
        <Note tone="warn" title={t.removedFromPlan}>
          <p>{t.removedHelp}</p>
        </Note>
      )}
      {now && !removed && (
        <Note tone="warn" title={t.changed}>
          <p>{t.nowSays(now.title)}</p>
          <Button small isPending={isPending} onPress={() => mutate({ act: renewCitation, done: t.renewed })}>
            {t.renew}
          </Button>
        </Note>
      )}
      {error && <ProblemNote problem={asProblem(error)} />}
    </div>
  )
}
