import { DueDate } from '@/components/marks'
import { daysBetween, relativeDays, today } from '@/lib/dates'
import { assignments as t } from '@/lib/messages/followup'
import { Icon } from '@/components/icons'
import type { AssignmentSummary } from './api'

/** By when the measures are to be ready, and that one of them is late: another than the last may be. */
export function LastDay({ of: { lastDay, overdue } }: { of: Pick<AssignmentSummary, 'lastDay' | 'overdue'> }) {
  if (!overdue) return lastDay ? <DueDate date={lastDay} /> : <span className="dim">{t.none}</span>
  const hasPassed = lastDay !== null && daysBetween(today(), lastDay) < 0
  return (
    <span>
      {lastDay && <time dateTime={lastDay}>{lastDay}</time>}
      <span className="late blk">
        <Icon name="clock" /> {hasPassed ? relativeDays(lastDay) : t.lateMeasure}
      </span>
    </span>
  )
}
