import { committeeName } from '@/api/queries'
import { audit as t } from '@/lib/messages/audit'
import type { AuditContent, Committee } from './api'

/** What the audit asks for, in the report's words, and of whom. */
export function RecommendationsPanel({
  recommendations,
  committees,
}: {
  recommendations: AuditContent['recommendations']
  committees: readonly Committee[]
}) {
  return (
    <section aria-labelledby="recommendations">
      <div className="head">
        <h2 id="recommendations">{t.recommendations}</h2>
        <span className="cap">{recommendations.length}</span>
      </div>
      {recommendations.length === 0 ? (
        <p className="panel in sub">{t.noRecommendations}</p>
      ) : (
        <ol className="panel list">
          {recommendations.map(({ id, number, text, variants, committeeIds }) => (
            <li key={id} className="recommended">
              <span className="nr" aria-label={t.recommendation(number)}>
                {number}
              </span>
              <div className="stack tight">
                <blockquote className="words">{text}</blockquote>
                <p className="cap">
                  {t.to(committeeIds.map((committee) => committeeName(committees, committee)).join(', '))}
                </p>
                {variants.length > 0 && <Wordings wordings={variants} />}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Wordings({ wordings }: { wordings: readonly string[] }) {
  return (
    <details>
      <summary className="sub">{t.wordings(wordings.length)}</summary>
      <div className="stack tight">
        {wordings.map((wording) => (
          <blockquote key={wording} className="words small said">
            {wording}
          </blockquote>
        ))}
      </div>
    </details>
  )
}
