import { Link } from '@tanstack/react-router'
import { supplementing as t } from '@/lib/messages/response'
import type { Response } from '../api'

/** The way between a response and those that supplement it. */
export function SupplementRecord({ response: { supplementsId, supplementIds } }: { response: Response }) {
  if (!supplementsId && supplementIds.length === 0) return null
  return (
    <section className="panel in stack tight" aria-labelledby="supplements">
      <h2 id="supplements">{t.record}</h2>
      {supplementsId && (
        <p className="sub">
          {t.supplements}{' '}
          <Link to="/yttranden/$id" params={{ id: supplementsId }}>
            {t.first}
          </Link>
        </p>
      )}
      {supplementIds.length > 0 && (
        <ul className="c stack tight sub">
          {supplementIds.map((id, place) => (
            <li key={id}>
              <Link to="/yttranden/$id" params={{ id }}>
                {t.one(place + 1, supplementIds.length)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
