import { Link } from '@tanstack/react-router'
import type { Missing, Response } from './api'
import { mendedAt, missingWords } from './missing'

/** What is left before the response can be submitted, each with the way to it. */
export function MissingList({ response }: { response: Response }) {
  return (
    <ul>
      {response.missing.map((left) => (
        <li key={`${left.code} ${left.measureId ?? left.answerId ?? left.recommendationId}`}>
          <MissingThing response={response} left={left} />
        </li>
      ))}
    </ul>
  )
}

function MissingThing({ response, left }: { response: Response; left: Missing }) {
  const words = missingWords(response, left)
  const part = mendedAt(response, left)
  if (!part) return words
  return (
    <Link to="/yttranden/$id" params={{ id: response.id }} search={{ del: part }} resetScroll={false}>
      {words}
    </Link>
  )
}
