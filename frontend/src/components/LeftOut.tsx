import { leftOut as t } from '@/lib/messages/common'
import { Icon } from './icons'

/** Says that confidential things are left out of what is shown, and how many. */
export function LeftOut({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="cap below row" role="status">
      <Icon name="shield" />
      {t(count)}
    </p>
  )
}
