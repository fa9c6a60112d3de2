import { Link } from '@tanstack/react-router'
import { committeeName } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Confidentiality } from '@/components/Confidentiality'
import { audit as t } from '@/lib/messages/audit'
import { confidentiality } from '@/lib/messages/confidentiality'
import { doors } from '@/lib/messages/followup'
import type { Audit, Committee } from './api'

/** What the audit asks for, in the report's words, of whom, and the way to what has become of it. */
export function RecommendationsPanel({ audit, committees }: { audit: Audit; committees: readonly Committee[] }) {
  const { may } = useViewer()
  const { recommendations } = audit.content
  const follows = may('followup.read')
  return (
    <section aria-labelledby="recommendations">
      <div className="head">
        <h2 id="recommendations">{t.recommendations}</h2>
        <span className="cap">{recommendations.length}</span>
        {follows && recommendations.length > 0 && (
          <Link to="/rekommendationer" search={{ granskning: audit.id }}>
            {doors.audit}
          </Link>
        )}
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
                {text ? (
                  <blockquote className="words">{text}</blockquote>
                ) : (
                  <p className="sub">{confidentiality.leftOut}</p>
                )}
                <p className="cap">
                  {t.to}{' '}
                  {committeeIds.map((committeeId, place) => (
                    <span key={committeeId}>
                      {place > 0 && ', '}
                      <Follow
                        follows={follows}
                        auditId={audit.id}
                        committeeId={committeeId}
                        committee={committeeName(committees, committeeId)}
                      />
                    </span>
                  ))}
                </p>
                {variants.length > 0 && <Wordings wordings={variants} />}
                <Confidentiality
                  thing="recommendation"
                  id={id}
                  name={t.recommendation(number).toLowerCase()}
                  ground={
                    audit.confidentialRecommendations.find((each) => each.recommendationId === id)?.ground ?? null
                  }
                  mayMark={audit.may.includes('mark_confidential')}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A committee's name, as the way to what it does about the audit for those who may follow it. */
function Follow({
  follows,
  auditId,
  committeeId,
  committee,
}: {
  follows: boolean
  auditId: string
  committeeId: string
  committee: string
}) {
  if (!follows) return committee
  return (
    <Link
      to="/rekommendationer"
      search={{ granskning: auditId, namnd: [committeeId] }}
      aria-label={doors.committee(committee)}
    >
      {committee}
    </Link>
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
