import { useState } from 'react'
import { committeeName } from '@/api/queries'
import { IconButton } from '@/components/Button'
import { Pill } from '@/components/Note'
import { audit as t, confidentiality } from '@/lib/messages/audit'
import type { Audit, Committee } from './api'
import { ConfidentialityDialog } from './ConfidentialityDialog'

/** What the audit asks for, in the report's words, and of whom. */
export function RecommendationsPanel({ audit, committees }: { audit: Audit; committees: readonly Committee[] }) {
  const { recommendations } = audit.content
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
                {text ? (
                  <blockquote className="words">{text}</blockquote>
                ) : (
                  <p className="sub">{confidentiality.leftOut}</p>
                )}
                <p className="cap">
                  {t.to(committeeIds.map((committee) => committeeName(committees, committee)).join(', '))}
                </p>
                {variants.length > 0 && <Wordings wordings={variants} />}
                <Confidentiality audit={audit} id={id} number={number} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Confidentiality({ audit, id, number }: { audit: Audit; id: string; number: string }) {
  const [marking, setMarking] = useState(false)
  const marked = audit.confidentialRecommendations.find((each) => each.recommendationId === id)
  const mayMark = audit.may.includes('mark_confidential')
  if (!marked && !mayMark) return null
  return (
    <div className="row">
      {marked && <Pill icon="shield">{confidentiality.by(marked.ground)}</Pill>}
      {mayMark && (
        <IconButton label={confidentiality.markRecommendation(number)} icon="shield" onPress={() => setMarking(true)} />
      )}
      {marking && (
        <ConfidentialityDialog
          thing="recommendation"
          id={id}
          ground={marked?.ground ?? null}
          title={confidentiality.markRecommendation(number)}
          onClose={() => setMarking(false)}
        />
      )}
    </div>
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
