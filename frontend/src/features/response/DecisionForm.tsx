import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { deciding as t } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { ApiProblem, asProblem } from '@/lib/problem'
import { differs, proposalOf } from './adoption'
import { AdoptedTextFields } from './AdoptedTextFields'
import { decide, type Response, responseQuery } from './api'
import { MeetingField } from './MeetingField'

type Outcome = 'adopted' | 'adopted_with_changes'

const outcomes: { id: Outcome; label: string }[] = [
  { id: 'adopted', label: values.decisionOutcome.adopted },
  { id: 'adopted_with_changes', label: values.decisionOutcome.adopted_with_changes },
]

const noMeeting = new ApiProblem({
  status: 422,
  code: 'invalid',
  errors: [{ pointer: '/meetingId', code: 'required' }],
})

/** Meeting, § and outcome; with changes also the text as the committee adopted it. */
export function DecisionForm({ response }: { response: Response }) {
  const [id] = useState(newId)
  const [proposal] = useState(() => proposalOf(response))
  const [meetingId, setMeetingId] = useState<string | null>(null)
  const [paragraph, setParagraph] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('adopted')
  const [adopted, setAdopted] = useState(proposal)
  const changed = differs(proposal, adopted)
  const leave = useLeave(response)
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () => {
      if (meetingId === null) throw noMeeting
      const text = outcome === 'adopted_with_changes' ? adopted : null
      return decide(response, { id, outcome, meetingId, paragraph, adopted: text })
    },
    onSuccess: (after) => leave(after, paragraph),
  })
  return (
    <>
      <UnsavedChangesGuard when={!isSuccess && (changed || paragraph !== '' || meetingId !== null)} />
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <section className="panel in stack narrow">
          <MeetingField committeeId={response.committeeId} value={meetingId} onChange={setMeetingId} />
          <TextField
            label={t.paragraph}
            name="paragraph"
            help={t.paragraphHelp}
            value={paragraph}
            onChange={setParagraph}
            maxLength={20}
          />
          <Choices
            label={t.outcome}
            name="outcome"
            value={outcome}
            onChange={setOutcome}
            options={outcomes}
            help={outcome === 'adopted' ? t.adoptedHelp : t.changesHelp}
          />
        </section>
        {outcome === 'adopted_with_changes' && (
          <AdoptedTextFields response={response} proposal={proposal} adopted={adopted} onChange={setAdopted} />
        )}
        {outcome === 'adopted_with_changes' && !changed && (
          <Note title={t.nothingChanged}>
            <p>{t.nothingChangedHelp}</p>
          </Note>
        )}
        <div className={outcome === 'adopted' ? 'foot-bar panel narrow' : 'foot-bar panel'}>
          <p className="sub grow">{t.help}</p>
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

function useLeave(response: Response): (after: Response, paragraph: string) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (after, paragraph) => {
    showToast({ tone: 'ok', title: t.done(paragraph) })
    await navigate({ to: '/yttranden/$id', params: { id: response.id }, ignoreBlocker: true })
    queryClient.setQueryData(responseQuery(response.id).queryKey, after)
    await queryClient.invalidateQueries({ queryKey: ['responses', 'list'] })
  }
}
