import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Icon } from '@/components/icons'
import { ProblemNote } from '@/components/ProblemNote'
import { notes as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { type WorkingNote, workingNotesQuery } from '../api'
import { NewNote } from './NewNote'
import { NoteItem } from './NoteItem'

/**
 * The auditors' own notes, on an audit or on one recommendation as it concerns one committee. To anybody else they are
 * not there at all.
 */
export function WorkingNotes({ auditId, assignmentId }: { auditId: string; assignmentId?: string }) {
  const { may } = useViewer()
  const { data, error, refetch } = useQuery({ ...workingNotesQuery(auditId), enabled: may('note.read') })
  const [adding, setAdding] = useState(false)
  if (error && asProblem(error).status !== 403) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  // An adviser has the right, and yet not to every audit.
  if (data === undefined || error) return null
  const notes = data.filter(({ content }) => assignmentId === undefined || content.assignmentId === assignmentId)
  return (
    <section aria-labelledby="notes" className="noprint">
      <div className="head">
        <h2 id="notes">
          <Icon name="lock" /> {t.title}
        </h2>
        <span className="cap">{t.readBy}</span>
      </div>
      <div className="panel">
        <Notes notes={notes} auditId={auditId} marksPlace={assignmentId === undefined} />
        <div className="in">
          {adding ? (
            <NewNote auditId={auditId} assignmentId={assignmentId ?? null} onClose={() => setAdding(false)} />
          ) : (
            <Button icon="plus" onPress={() => setAdding(true)}>
              {t.add}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

function Notes({
  notes,
  auditId,
  marksPlace,
}: {
  notes: readonly WorkingNote[]
  auditId: string
  /** Tells of which recommendation a note is. */
  marksPlace: boolean
}) {
  if (notes.length === 0) return <p className="in sub">{t.none}</p>
  return (
    <ul className="c list">
      {notes.map((note) => (
        <NoteItem key={note.id} note={note} auditId={auditId} marksPlace={marksPlace} />
      ))}
    </ul>
  )
}
