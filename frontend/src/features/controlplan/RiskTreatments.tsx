import { risks as t } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import type { Risk } from './api'

/** What is to be done about a risk, each with its reason. */
export function RiskTreatments({ risk: { content } }: { risk: Risk }) {
  if (content.treatments.length === 0) return <span className="dim">{t.untreated}</span>
  return (
    <ul className="c">
      {content.treatments.map(({ treatment, reason }) => (
        <li key={treatment}>
          {values.treatment[treatment]}
          {reason && <span className="cap blk">{reason}</span>}
        </li>
      ))}
    </ul>
  )
}
