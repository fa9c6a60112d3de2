import { citations as t } from '@/lib/messages/loop'
import type { CitedThing, Response } from './api'
import { citedIn } from './Citations'

/** What is cited, in the wording that it had; nothing where nothing is. */
export function CitedWords({
  response,
  answerId,
  things,
}: {
  response: Response
  answerId: string | null
  things: readonly CitedThing[]
}) {
  const cited = citedIn(response, answerId, things)
  if (cited.length === 0) return null
  return (
    <ul className="c words small stack tight" aria-label={t.title}>
      {cited.map(({ id, wording }) => (
        <li key={id}>
          <b>{t.name(wording.number, wording.year)}</b> {wording.title}
        </li>
      ))}
    </ul>
  )
}
