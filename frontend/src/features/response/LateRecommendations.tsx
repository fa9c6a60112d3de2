import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { ProblemNote } from '@/components/ProblemNote'
import { parts as t, response as names } from '@/lib/messages/response'
import { recommendationsQuery, type Response } from './api'
import { useAddAnswer } from './useAddAnswer'

/** Recommendations that came after the draft was begun, each with a way to an answer. */
export function LateRecommendations({ response }: { response: Response }) {
  const late = response.missing.flatMap(({ recommendationId }) => recommendationId ?? [])
  return late.map((id) => <UnansweredRecommendation key={id} response={response} id={id} help={t.lateHelp} />)
}

/** A recommendation that the draft has no answer to, with the way to one. */
export function UnansweredRecommendation({ response, id, help }: { response: Response; id: string; help?: string }) {
  const { data: recommendations = [] } = useQuery(recommendationsQuery(response.auditId))
  const { add, pending, problem } = useAddAnswer(response.id)
  const recommendation = recommendations.find((candidate) => candidate.id === id)
  return (
    <div className="in stack tight">
      <strong className="sub">{recommendation ? names.recommendation(recommendation.number) : t.late}</strong>
      {recommendation && <p className="words small">{recommendation.text}</p>}
      {help && <p className="cap">{help}</p>}
      {problem && <ProblemNote problem={problem} />}
      <div>
        <Button small icon="plus" isPending={pending} onPress={() => add({ recommendationIds: [id], statement: null })}>
          {t.addLate}
        </Button>
      </div>
    </div>
  )
}
