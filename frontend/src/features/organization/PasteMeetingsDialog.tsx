import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { meetingsQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { pasting as t } from '@/lib/messages/organization'
import { asProblem } from '@/lib/problem'
import { createMeeting, readMeetings } from './api'
import { type PastedMeeting, pastedMeetings } from './pastedMeetings'
import { PastedMeetings } from './PastedMeetings'

const beginning = '1900-01-01'

/** Adds a year's meetings from a pasted list or a calendar file: first it is shown how they were understood. */
export function PasteMeetingsDialog({ committeeId, onClose }: { committeeId: string; onClose: () => void }) {
  const { data: known } = useSuspenseQuery(meetingsQuery(committeeId, beginning))
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState<PastedMeeting[]>()
  const reading = useMutation({
    mutationFn: readMeetings,
    onSuccess: ({ meetings }) => {
      const daysTaken = known.map(({ content }) => content.date)
      setPasted(pastedMeetings(meetings, daysTaken))
    },
  })
  const adding = useMutation({
    mutationFn: async (meetings: readonly PastedMeeting[]) => {
      const tried: PastedMeeting[] = []
      for (const meeting of meetings) tried.push(await added(committeeId, meeting))
      return tried
    },
    onSuccess: async (tried) => {
      setPasted(tried)
      await queryClient.invalidateQueries({ queryKey: ['meetings'] })
      if (tried.some(({ state }) => state === 'new')) return
      showToast({ tone: 'ok', title: t.added(tried.filter(({ state }) => state === 'added').length) })
      onClose()
    },
  })
  const left = pasted?.filter(({ state }) => state === 'new').length ?? 0

  if (pasted && reading.data) {
    return (
      <Dialog title={t.title} onClose={onClose} dirty={left > 0}>
        <PastedMeetings meetings={pasted} unread={reading.data.unread} />
        <FormActions>
          <Button look="plain" onPress={() => setPasted(undefined)}>
            {t.back}
          </Button>
          {left > 0 && (
            <Button look="go" isPending={adding.isPending} onPress={() => adding.mutate(pasted)}>
              {t.add(left)}
            </Button>
          )}
        </FormActions>
      </Dialog>
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose} dirty={text !== ''}>
      <Form problem={reading.error && asProblem(reading.error)} onSubmit={() => reading.mutate(text)}>
        <TextArea
          label={t.text}
          help={t.textHelp}
          name="text"
          rows={9}
          value={text}
          onChange={setText}
          maxLength={200000}
        />
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['.ics', 'text/calendar']}
            onSelect={(files) => void files?.[0]?.text().then(setText)}
          >
            <Button small>{t.file}</Button>
          </FileTrigger>
        </div>
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={reading.isPending}>
            {t.read}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** The meeting after an attempt to add it; one that is there is left alone. */
async function added(committeeId: string, meeting: PastedMeeting): Promise<PastedMeeting> {
  const { id, content, state } = meeting
  if (state !== 'new') return meeting
  try {
    await createMeeting({ id, committeeId, content })
    return { id, content, state: 'added' }
  } catch (failure) {
    return { id, content, state, problem: asProblem(failure) }
  }
}
