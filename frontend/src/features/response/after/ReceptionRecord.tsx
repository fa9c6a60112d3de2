import { formatInstant } from '@/lib/dates'
import { receiving as t } from '@/lib/messages/response'
import { values, wordOf } from '@/lib/messages/values'
import type { Reception } from '../api'

/** What the auditors said of the response. */
export function ReceptionRecord({ reception: { content, by, at } }: { reception: Reception }) {
  return (
    <section className="panel in stack tight" aria-labelledby="reception">
      <h2 id="reception">{t.record}</h2>
      <dl className="kv">
        <dt>{t.reception}</dt>
        <dd>{wordOf(values.reception, content.reception)}</dd>
        {content.supplementDue && <dt>{t.supplementDue}</dt>}
        {content.supplementDue && <dd>{content.supplementDue}</dd>}
        {content.comment && <dt>{t.comment}</dt>}
        {content.comment && <dd className="words small written">{content.comment}</dd>}
        <dt>{t.registered}</dt>
        <dd>
          {by.name} <span className="cap nb">{formatInstant(at)}</span>
        </dd>
      </dl>
    </section>
  )
}
