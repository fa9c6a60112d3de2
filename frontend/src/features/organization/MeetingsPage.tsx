import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingsQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button, IconButton } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { today } from '@/lib/dates'
import { common } from '@/lib/messages/common'
import { meetings as t } from '@/lib/messages/organization'
import { committeeQuery, type Meeting } from './api'
import { CommitteeHead } from './CommitteeHead'
import { PasteMeetingsDialog } from './PasteMeetingsDialog'
import { EditMeetingDialog, NewMeetingDialog, RemoveMeeting } from './MeetingDialogs'

const route = getRouteApi('/shell/administration/namnder/$id/sammantraden')
const beginning = '1900-01-01'

export function MeetingsPage() {
  const { id } = route.useParams()
  const { tidigare: earlier = false } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: committee } = useSuspenseQuery(committeeQuery(id))
  const { data: meetings } = useSuspenseQuery(meetingsQuery(id, earlier ? beginning : today()))
  const { may } = useViewer()
  const [open, setOpen] = useState<Meeting | 'new' | 'paste'>()
  const [removing, setRemoving] = useState<Meeting>()
  const mayEdit = may('meeting.edit', id)
  const close = () => setOpen(undefined)
  return (
    <>
      <CommitteeHead
        committee={committee}
        actions={
          mayEdit && (
            <>
              <Button onPress={() => setOpen('paste')}>{t.paste}</Button>
              <Button look="go" icon="plus" onPress={() => setOpen('new')}>
                {t.add}
              </Button>
            </>
          )
        }
      />
      <div className="row below">
        <Checkbox
          label={t.earlier}
          value={earlier}
          onChange={(tidigare) => void navigate({ search: tidigare ? { tidigare } : {}, replace: true })}
        />
      </div>
      <div className="panel">
        {meetings.length === 0 ? (
          <EmptyState icon="calendar" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.caption(committee.content.name)}
            columns={mayEdit ? [...columns, actions(setOpen, setRemoving)] : columns}
            rows={meetings}
            rowId={(meeting) => meeting.id}
          />
        )}
      </div>
      {open === 'new' && <NewMeetingDialog committeeId={id} onClose={close} />}
      {open === 'paste' && <PasteMeetingsDialog committeeId={id} onClose={close} />}
      {typeof open === 'object' && <EditMeetingDialog meeting={open} onClose={close} />}
      {removing && <RemoveMeeting meeting={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

const columns: Column<Meeting>[] = [
  { id: 'date', header: t.date, cell: ({ content }) => <span className="nb">{content.date}</span> },
  { id: 'manuscriptStop', header: t.manuscriptStop, numeric: true, cell: ({ content }) => content.manuscriptStop },
  { id: 'preparation', header: t.preparation, numeric: true, cell: ({ content }) => content.preparation },
  { id: 'dispatch', header: t.dispatch, numeric: true, cell: ({ content }) => content.dispatch },
]

function actions(edit: (meeting: Meeting) => void, remove: (meeting: Meeting) => void): Column<Meeting> {
  return {
    id: 'actions',
    header: common.tools,
    tools: true,
    cell: (meeting) => (
      <>
        <IconButton label={t.edit(meeting.content.date)} icon="pencil" onPress={() => edit(meeting)} />
        <IconButton label={t.removeLabel(meeting.content.date)} icon="close" onPress={() => remove(meeting)} />
      </>
    ),
  }
}
