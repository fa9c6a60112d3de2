import { ApproximateTime } from '@/components/ApproximateTime'
import { Icon } from '@/components/icons'
import { relativeDays } from '@/lib/dates'
import { measures as t } from '@/lib/messages/followup'
import type { FollowedMeasure } from './api'
import { datesOf } from './measureDates'

/** When a measure is to be ready: the date that holds, and those before it struck through, each with its reason. */
export function MeasureDates({ measure }: { measure: FollowedMeasure }) {
  const dates = datesOf(measure)
  if (dates.length === 0) return <span className="dim">{t.noReady}</span>
  return (
    <ol className="c acting">
      {dates.map(({ date, reason, replaced }, place) => (
        <li key={place}>
          {replaced ? (
            <s className="dim">
              <span className="vh">{t.before}</span>
              {date.words}
            </s>
          ) : (
            <ApproximateTime date={date} />
          )}
          {reason && <span className="cap blk">{t.reason(reason)}</span>}
        </li>
      ))}
      {measure.overdue && measure.ready?.lastDay && (
        <li className="late">
          <Icon name="clock" /> {relativeDays(measure.ready.lastDay)}
        </li>
      )}
    </ol>
  )
}
