import type { Schema } from '@/api/client'
import type { EarlierRecommendation, Repetitions } from '../api'

/** A recommendation with the earlier ones that it is like or repeats. */
export interface Repeated {
  id: string
  number: string
  text: string
  earlier: readonly EarlierRecommendation[]
}

/** Those of an audit's recommendations that have something to show; likeness is for those alone who may say what repeats. */
export function repeatedIn(
  { items, mayLink }: Repetitions,
  recommendations: readonly Pick<Schema['Recommendation'], 'id' | 'number' | 'text'>[],
): Repeated[] {
  return recommendations.flatMap(({ id, number, text }) => {
    const found = items.find(({ recommendationId }) => recommendationId === id)?.earlier ?? []
    const earlier = mayLink ? found : found.filter(({ linked }) => linked)
    return earlier.length > 0 ? [{ id, number, text, earlier }] : []
  })
}

/** All that a recommendation repeats, with or without one of them: the server is told the whole. */
export function withLink({ earlier }: Repeated, one: EarlierRecommendation, linked: boolean): string[] {
  return earlier
    .filter((each) => (each.recommendationId === one.recommendationId ? linked : each.linked))
    .map(({ recommendationId }) => recommendationId)
}
