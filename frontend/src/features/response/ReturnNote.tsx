import { Note } from '@/components/Note'
import { formatInstant } from '@/lib/dates'
import { returning as t } from '@/lib/messages/response'
import { values, wordOf } from '@/lib/messages/values'
import type { Response } from './api'
import { returnOf, sentBackBy } from './parts'

/** What is to be changed before the response is submitted again, to the manager or to the committee. */
export function ReturnNote({ response }: { response: Response }) {
  const given = returnOf(response)
  const decision = sentBackBy(response)
  if (decision) {
    const { outcome, date, paragraph, comment } = decision
    return (
      <Note tone="warn" icon="returned" title={t.sentBack(wordOf(values.decisionOutcome, outcome), date, paragraph)}>
        {comment && <p className="written">{comment}</p>}
      </Note>
    )
  }
  if (!given) return null
  return (
    <Note tone="warn" icon="returned" title={t.note(given.by.name, formatInstant(given.at))}>
      <p className="written">{given.comment}</p>
    </Note>
  )
}
