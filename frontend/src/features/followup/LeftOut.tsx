import { Icon } from '@/components/icons'
import { assignments as t } from '@/lib/messages/followup'

/** How many there are that the reader may not see. */
export function LeftOut({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="cap below">
      <Icon name="lock" /> {t.leftOut(count)}
    </p>
  )
}
