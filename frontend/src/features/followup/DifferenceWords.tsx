import { DifferenceMark } from '@/components/marks'
import { today } from '@/lib/dates'
import { difference as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { Assignment } from './api'
import { type Standing, standingOf } from './difference'

/** Where the committee's word and the auditors' part, in words. */
export function DifferenceWords({ assignment }: { assignment: Assignment }) {
  const standing = standingOf(assignment, today())
  if (!standing) return null
  return (
    <p className="gap">
      <DifferenceMark difference={standing.kind} />
      <span className="sub">{wordsOf(standing)}</span>
    </p>
  )
}

function wordsOf({ kind, progress, since, verdict, days }: Standing): string {
  const word = verdict && values.verdict[verdict.verdict].toLowerCase()
  const says = t.says(values.progress[progress].toLowerCase(), since)
  if (kind === 'differs')
    return [says, verdict && word && t.judges(word, verdict.on), t.stood(days)].filter(Boolean).join(' ')
  return [says, verdict && word ? t.notLookedSince(word, verdict.on) : t.neverLooked].join(' ')
}
