import { newId } from '@/lib/ids'
import type { ApiProblem } from '@/lib/problem'
import type { MeetingContent } from './api'

/** A meeting that was read from a list. */
export interface PastedMeeting {
  id: string
  content: MeetingContent
  /** there: the committee had it before. added: now. */
  state: 'new' | 'there' | 'added'
  /** Why it could not be added. */
  problem?: ApiProblem
}

/** The meetings of a list, each with the id it gets; those on a day when there is a meeting already are marked. */
export function pastedMeetings(read: readonly MeetingContent[], daysTaken: readonly string[]): PastedMeeting[] {
  return read.map((content) => ({
    id: newId(),
    content,
    state: daysTaken.includes(content.date) ? 'there' : 'new',
  }))
}
