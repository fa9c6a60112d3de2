import type { Schema } from '@/api/client'
import { approximateDates as t } from '@/lib/messages/common'

/** A time as it was written, with the last day that it is understood as. */
export function ApproximateTime({ date: { words, lastDay } }: { date: Schema['ApproximateDate'] }) {
  return (
    <span>
      <span className={words.length > 16 ? undefined : 'nb'}>{words}</span>
      {lastDay && lastDay !== words && (
        <span className="cap blk nb">
          {t.lastDay} {lastDay}
        </span>
      )}
    </span>
  )
}
