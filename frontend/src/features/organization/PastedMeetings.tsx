import { type Column, DataTable } from '@/components/DataTable'
import { Note } from '@/components/Note'
import { meetings as names, pasting as t } from '@/lib/messages/organization'
import { fieldProblemWords } from '@/lib/messages/problems'
import type { ApiProblem } from '@/lib/problem'
import type { MeetingContent } from './api'
import type { PastedMeeting } from './pastedMeetings'

/** How a list of meetings was understood: each meeting, and the lines in which there was no day. */
export function PastedMeetings({
  meetings,
  unread,
}: {
  meetings: readonly PastedMeeting[]
  unread: readonly string[]
}) {
  return (
    <>
      {meetings.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <DataTable caption={t.caption} columns={columns} rows={meetings} rowId={({ id }) => id} />
      )}
      {unread.length > 0 && (
        <Note tone="warn" title={t.unread(unread.length)}>
          <ul aria-label={t.unread(unread.length)}>
            {unread.map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}

const columns: Column<PastedMeeting>[] = [
  { id: 'date', header: names.date, cell: ({ content }) => <span className="nb">{content.date}</span> },
  { id: 'before', header: t.before, cell: ({ content }) => daysBefore(content) },
  {
    id: 'state',
    header: t.state,
    cell: ({ state, problem }) =>
      problem ? <span className="late">{wordsOf(problem)}</span> : <span>{t.states[state]}</span>,
  },
]

function daysBefore({ manuscriptStop, preparation, dispatch }: MeetingContent): string {
  return [
    manuscriptStop && `${names.manuscriptStop} ${manuscriptStop}`,
    preparation && `${names.preparation} ${preparation}`,
    dispatch && `${names.dispatch} ${dispatch}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function wordsOf({ words, fields }: ApiProblem): string {
  const field = fields[0]
  return field ? fieldProblemWords(field.code, field.detail) : words.title
}
