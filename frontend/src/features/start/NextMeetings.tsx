import { Link } from '@tanstack/react-router'
import type { Schema } from '@/api/client'
import { committeeName } from '@/api/queries'
import { start as t } from '@/lib/messages/start'

const shown = 4

/** The next meetings of the reader's committees, each with the day its papers go out. */
export function NextMeetings({
  meetings,
  committees,
}: {
  meetings: readonly Schema['Meeting'][]
  committees: readonly Schema['Committee'][]
}) {
  const next = [...meetings].sort((a, b) => a.content.date.localeCompare(b.content.date)).slice(0, shown)
  if (next.length === 0) return null
  return (
    <section aria-labelledby="next-meetings">
      <div className="head">
        <h2 id="next-meetings">{t.meetings}</h2>
      </div>
      <div className="panel">
        <ol className="list">
          {next.map(({ id, committeeId, content }) => (
            <li key={id} className="stack tight">
              <div className="row far">
                <strong className="nb">{content.date}</strong>
                {content.dispatch && <span className="cap">{t.dispatchOn(content.dispatch)}</span>}
              </div>
              <p className="sub">
                <Link to="/administration/namnder/$id/sammantraden" params={{ id: committeeId }} className="link">
                  {committeeName(committees, committeeId)}
                </Link>
              </p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
