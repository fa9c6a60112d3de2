import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { optionsOf } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { deciding as t } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import { differs, proposalOf } from './adoption'
import { AdoptedTextFields } from './AdoptedTextFields'
import { decide, type Response, responseQuery } from './api'
import {
  byChair,
  type DecisionDraft,
  decisionOf,
  emptyDecision,
  type Outcome,
  sendsBack,
  withChanges,
} from './decision'
import { MeetingField } from './MeetingField'

const outcomes = optionsOf(values.decisionOutcome) as { id: Outcome; label: string }[]

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
          <Choices<Outcome>
            label={t.outcome}
            name="outcome"
            value={draft.outcome}
            onChange={(outcome) => set({ outcome })}
            options={outcomes}
            help={t.outcomeHelp[draft.outcome]}
          />
          <DecisionPlace response={response} draft={draft} set={set} />
          <DecisionComment draft={draft} set={set} />
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
            {t.act}
          </Button>
        </div>
      </Form>
    </>
  )
}

interface Fields {
  draft: DecisionDraft
  set: (part: Partial<DecisionDraft>) => void
}

/** At which meeting, or on which day and by which delegation; and the §. */
function DecisionPlace({ response, draft, set }: Fields & { response: Response }) {
  const chair = byChair(draft.outcome)
  return (
    <>
      {chair ? (
        <>
          <DateField label={t.date} name="date" value={draft.date} onChange={(date) => set({ date })} />
          <TextField
            label={t.delegation}
            name="delegation"
            help={t.delegationHelp}
            value={draft.delegation}
            onChange={(delegation) => set({ delegation })}
            maxLength={500}
          />
        </>
      ) : (
        <MeetingField
          committeeId={response.committeeId}
          value={draft.meetingId}
          onChange={(meetingId) => set({ meetingId })}
        />
      )}
      <TextField
        label={t.paragraph}
        name="paragraph"
        help={t.paragraphHelp}
        optional={chair}
        value={draft.paragraph}
        onChange={(paragraph) => set({ paragraph })}
        maxLength={20}
      />
    </>
  )
}

/** What the committee wants instead, or a reservation. */
function DecisionComment({ draft, set }: Fields) {
  const back = sendsBack(draft.outcome)
  return (
    <TextArea
      label={back ? t.reason : t.reservation}
      name="comment"
      help={back ? t.reasonHelp : t.reservationHelp}
      optional={draft.outcome !== 'referred_back'}
      value={draft.comment}
      onChange={(comment) => set({ comment })}
      maxLength={4000}
    />
  )
}

function useLeave(response: Response): (after: Response, draft: DecisionDraft) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (after, { outcome, paragraph }) => {
    showToast({ tone: 'ok', title: sendsBack(outcome) ? t.sentBack : t.done(paragraph) })
    await navigate({ to: '/yttranden/$id', params: { id: response.id }, ignoreBlocker: true })
    queryClient.setQueryData(responseQuery(response.id).queryKey, after)
    void queryClient.invalidateQueries({ queryKey: ['followup'] })
    await queryClient.invalidateQueries({ queryKey: ['responses', 'list'] })
  }
}
