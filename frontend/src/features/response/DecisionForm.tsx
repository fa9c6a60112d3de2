import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { DecisionFields } from '@/components/decision/DecisionFields'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { type DecisionDraft, emptyDecision, sendsBack, withChanges } from '@/lib/decision'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { deciding as words } from '@/lib/messages/decision'
import { deciding as t } from '@/lib/messages/response'
import { asProblem } from '@/lib/problem'
import { differs, proposalOf } from './adoption'
import { AdoptedTextFields } from './AdoptedTextFields'
import { decide, type Response, responseQuery } from './api'
import { decisionOf } from './decision'

/** What was decided, when and under which §; with changes also the text as the committee adopted it. */
export function DecisionForm({ response }: { response: Response }) {
  const [id] = useState(newId)
  const [proposal] = useState(() => proposalOf(response))
  const [draft, setDraft] = useState(emptyDecision)
  const [adopted, setAdopted] = useState(proposal)
  const set = (part: Partial<DecisionDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changed = differs(proposal, adopted)
  const changes = withChanges(draft.outcome)
  const leave = useLeave(response)
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () => decide(response, decisionOf(id, draft, adopted)),
    onSuccess: (after) => leave(after, draft),
  })
  return (
    <>
      <UnsavedChangesGuard when={!isSuccess && (changed || differs(emptyDecision, draft))} />
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <section className="panel in stack narrow">
          <DecisionFields committeeId={response.committeeId} draft={draft} set={set} outcomeHelp={t.outcomeHelp} />
        </section>
        {changes && (
          <AdoptedTextFields response={response} proposal={proposal} adopted={adopted} onChange={setAdopted} />
        )}
        {changes && !changed && (
          <Note title={t.nothingChanged}>
            <p>{t.nothingChangedHelp}</p>
          </Note>
        )}
        <div className={changes ? 'foot-bar panel' : 'foot-bar panel narrow'}>
          <p className="sub grow">{sendsBack(draft.outcome) ? t.backHelp : t.help}</p>
          <LinkButton look="plain" to="/yttranden/$id" params={{ id: response.id }}>
            {common.cancel}
          </LinkButton>
          <Button look="go" type="submit" isPending={isPending}>
            {words.act}
          </Button>
        </div>
      </Form>
    </>
  )
}

function useLeave(response: Response): (after: Response, draft: DecisionDraft) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (after, { outcome, paragraph }) => {
    showToast({ tone: 'ok', title: sendsBack(outcome) ? t.sentBack : words.done(paragraph) })
    await navigate({ to: '/yttranden/$id', params: { id: response.id }, ignoreBlocker: true })
    queryClient.setQueryData(responseQuery(response.id).queryKey, after)
    void queryClient.invalidateQueries({ queryKey: ['followup'] })
    await queryClient.invalidateQueries({ queryKey: ['responses', 'list'] })
  }
}
