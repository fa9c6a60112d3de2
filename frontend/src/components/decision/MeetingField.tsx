import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { addMeeting, meetingsQuery } from '@/api/queries'
import { newId } from '@/lib/ids'
import { deciding as t } from '@/lib/messages/decision'
import { asProblem } from '@/lib/problem'
import { Button } from '../Button'
import { DateField } from '../DateField'
import { Dialog } from '../Dialog'
import { Form, FormActions } from '../Form'
import { Select } from '../Select'

const everyMeeting = '1900-01-01'

/** The committee's meeting, whenever it was; one that is not there yet is added here. */
export function MeetingField({
  committeeId,
  value,
  onChange,
}: {
  committeeId: string
  value: string | null
  onChange: (meetingId: string) => void
}) {
  const { data: meetings } = useSuspenseQuery(meetingsQuery(committeeId, everyMeeting))
  const [adding, setAdding] = useState(false)
  const latestFirst = meetings.toReversed()
  return (
    <div className="stack tight">
      <Select
        label={t.meeting}
        name="meetingId"
        help={meetings.length > 0 ? t.meetingHelp : t.noMeetings}
        value={value}
        onChange={onChange}
        options={latestFirst.map(({ id, content }) => ({ id, label: content.date }))}
      />
      <div>
        <Button small icon="plus" onPress={() => setAdding(true)}>
          {t.addMeeting}
        </Button>
      </div>
      {adding && (
        <AddMeetingDialog
          committeeId={committeeId}
          meetings={meetings}
          onAdded={onChange}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

/** A day on which the committee already meets is chosen rather than added again. */
function AddMeetingDialog({
  committeeId,
  meetings,
  onAdded,
  onClose,
}: {
  committeeId: string
  meetings: readonly Schema['Meeting'][]
  onAdded: (meetingId: string) => void
  onClose: () => void
}) {
  const [id] = useState(newId)
  const [date, setDate] = useState('')
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const known = meetings.find(({ content }) => content.date === date)
      if (known) return known
      const meeting = await addMeeting(id, committeeId, date)
      await queryClient.invalidateQueries({ queryKey: ['meetings'] })
      return meeting
    },
    onSuccess: (meeting) => {
      onAdded(meeting.id)
      onClose()
    },
  })
  return (
    <Dialog title={t.addMeeting} onClose={onClose} dirty={date !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <DateField label={t.date} name="date" help={t.addMeetingHelp} value={date} onChange={setDate} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.addMeeting}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
