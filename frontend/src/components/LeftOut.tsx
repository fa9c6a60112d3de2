import { leftOut as t } from '@/lib/messages/common'
import { confidentiality } from '@/lib/messages/confidentiality'
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

/** Says that answers or measures are hidden in what is counted, and for how many recommendations. */
export function AnswersHidden({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="cap below row" role="status">
      <Icon name="shield" />
      {confidentiality.answersHidden(count)}
    </p>
  )
}
