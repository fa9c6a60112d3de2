import { Icon } from '@/components/icons'
import { daysBetween, relativeDays, today } from '@/lib/dates'
import { assignments as t } from '@/lib/messages/followup'
import type { AssignmentSummary } from './api'

const nearDays = 14

/** By when the measures are to be ready, and that one of them is late: another than the last may be. */
export function LastDay({ of: { lastDay, overdue } }: { of: Pick<AssignmentSummary, 'lastDay' | 'overdue'> }) {
  if (lastDay === null && !overdue) return <span className="dim">{t.none}</span>
  const days = lastDay === null ? undefined : daysBetween(today(), lastDay)
  return (
    <span>
      {lastDay && <time dateTime={lastDay}>{lastDay}</time>}
      {overdue && (
        <span className="late blk">
          <Icon name="clock" /> {lastDay && days !== undefined && days < 0 ? relativeDays(lastDay) : t.lateMeasure}
        </span>
      )}
      {!overdue && lastDay && days !== undefined && days >= 0 && days <= nearDays && (
        <span className="near blk">{relativeDays(lastDay)}</span>
      )}
    </span>
  )
}
