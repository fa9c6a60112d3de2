import { useQuery } from '@tanstack/react-query'
import { supplementing as t } from '@/lib/messages/response'
import { recommendationsQuery, type Response } from '../api'
import { UnansweredRecommendation } from '../LateRecommendations'
import { unansweredOf } from '../parts'

/** A supplement begins without answers: here they are chosen, as the auditors ask for them. */
export function SupplementedRecommendations({ response }: { response: Response }) {
  const { data: recommendations = [] } = useQuery(recommendationsQuery(response.auditId))
  const unanswered = unansweredOf(response, recommendations)
  if (unanswered.length === 0) return null
  return (
    <details className="in sub" open={response.answers.length === 0}>
      <summary>{t.answerable}</summary>
      {unanswered.map(({ id }) => (
        <UnansweredRecommendation key={id} response={response} id={id} />
      ))}
    </details>
  )
}
