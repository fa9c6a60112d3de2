import { Note } from '@/components/Note'
import { formatInstant } from '@/lib/dates'
import { returning as t } from '@/lib/messages/response'
import type { Response } from './api'
import { returnOf } from './parts'

/** What is to be changed before the response is submitted again. */
export function ReturnNote({ response }: { response: Response }) {
  const given = returnOf(response)
  if (!given) return null
  return (
    <Note tone="warn" icon="returned" title={t.note(given.by.name, formatInstant(given.at))}>
      <p className="written">{given.comment}</p>
    </Note>
  )
}
