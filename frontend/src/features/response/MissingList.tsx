import { Link } from '@tanstack/react-router'
import type { Missing, Response } from './api'
import { missingWords } from './missing'

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
  if (!left.answerId) return words
  return (
    <Link to="/yttranden/$id" params={{ id: response.id }} search={{ del: left.answerId }} resetScroll={false}>
      {words}
    </Link>
  )
}
