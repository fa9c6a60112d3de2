import { formatInstant } from '@/lib/dates'
import { drawing as t } from '@/lib/messages/check'
import type { Draw } from './api'

/** What the rows were drawn from and how, so that anybody who has the list can draw them again. */
export function DrawFacts({ draw }: { draw: Draw }) {
  return (
    <div className="stack tight">
      <p className="cap">{t.facts(draw.list, draw.rows, formatInstant(draw.at), draw.by.name)}</p>
      <details>
        <summary>{t.how}</summary>
        <div className="stack tight">
          <p className="sub">{t.howText}</p>
          <dl className="kv">
            <dt>{t.seed}</dt>
            <dd>{draw.seed}</dd>
            <dt>{t.sum}</dt>
            <dd className="name">{draw.sha256}</dd>
          </dl>
        </div>
      </details>
    </div>
  )
}
