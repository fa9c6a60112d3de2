import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@/components/Button'
import { Pill } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { repetitions as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { auditQuery, type EarlierRecommendation, linkRepetition, repetitionsQuery } from '../api'
import { type Repeated, repeatedIn, withLink } from './repeated'

/**
 * The earlier recommendations that an audit's are like, for the auditors to say which are repeated; to others those that
 * they have said.
 */
export function Repetitions({ auditId }: { auditId: string }) {
  const { data, error, refetch } = useQuery(repetitionsQuery(auditId))
  const { data: audit } = useQuery(auditQuery(auditId))
  // An audit of which something is kept from the reader, or that is not given to them, has none to show.
  if (error && asProblem(error).status !== 403) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data || !audit || error) return null
  const { mayLink } = data
  const repeated = repeatedIn(data, audit.content.recommendations)
  if (repeated.length === 0 && (!mayLink || audit.content.recommendations.length === 0)) return null
  return (
    <section aria-labelledby="repetitions">
      <div className="head">
        <h2 id="repetitions">{t.title}</h2>
        {repeated.length > 0 && <span className="cap">{mayLink ? t.help : t.linkedHelp}</span>}
      </div>
      {repeated.length === 0 ? (
        <p className="panel in sub">{t.none}</p>
      ) : (
        <ul className="panel list">
          {repeated.map((one) => (
            <RepeatedItem key={one.id} repeated={one} auditId={auditId} mayLink={mayLink} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RepeatedItem({ repeated, auditId, mayLink }: { repeated: Repeated; auditId: string; mayLink: boolean }) {
  const { number, text, earlier } = repeated
  return (
    <li className="stack tight">
      <h3>{t.recommendation(number)}</h3>
      <p className="words small">{text}</p>
      <ul className="c stack tight said">
        {earlier.map((one) => (
          <li key={one.recommendationId} className="stack tight">
            <p className="words small">{one.text}</p>
            <div className="row">
              <Link to="/granskningar/$id" params={{ id: one.auditId }}>
                {one.auditTitle}
              </Link>
              <span className="cap">
                {[t.recommendation(one.number), one.reportDate, t.likeness(one.likeness)].filter(Boolean).join(' · ')}
              </span>
              {one.linked && (
                <Pill tone="warn" icon="returned">
                  {t.linked}
                </Pill>
              )}
            </div>
            {mayLink && <Linking repeated={repeated} earlier={one} auditId={auditId} />}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Linking({
  repeated,
  earlier,
  auditId,
}: {
  repeated: Repeated
  earlier: EarlierRecommendation
  auditId: string
}) {
  const queryClient = useQueryClient()
  const { number, auditTitle, linked } = earlier
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => linkRepetition(repeated.id, withLink(repeated, earlier, !linked)),
    onSuccess: (found) => queryClient.setQueryData(repetitionsQuery(auditId).queryKey, found),
  })
  return (
    <div className="stack tight">
      <div>
        <Button
          small
          {...(linked ? { look: 'plain' } : {})}
          isPending={isPending}
          aria-label={(linked ? t.unlinkLabel : t.linkLabel)(number, auditTitle)}
          onPress={() => mutate()}
        >
          {linked ? t.unlink : t.link}
        </Button>
      </div>
      {error && <ProblemNote problem={error} />}
    </div>
  )
}
