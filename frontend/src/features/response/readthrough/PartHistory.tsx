import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Difference } from '@/components/Difference'
import { ProblemNote } from '@/components/ProblemNote'
import { Skeleton } from '@/components/Skeleton'
import { formatInstant } from '@/lib/dates'
import { wordings as t } from '@/lib/messages/response'
import { partHistoryQuery } from '../api'
import { rewordings } from './rewordings'

/** How a part's text came to read as it does; an earlier wording may be put back. */
export function PartHistory({
  responseId,
  part,
  text,
  onUse,
}: {
  responseId: string
  part: string
  text: string
  onUse: (text: string) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="sub" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.title}</summary>
      {isOpen && <Wordings responseId={responseId} part={part} text={text} onUse={onUse} />}
    </details>
  )
}

function Wordings({ responseId, part, text, onUse }: Parameters<typeof PartHistory>[0]) {
  const { data, error, refetch } = useQuery(partHistoryQuery(responseId, part))
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const changes = rewordings(data.items)
  if (changes.length === 0) return <p className="cap">{t.none}</p>
  return (
    <ol className="c stack">
      {changes.map(({ at, by, before, after }) => (
        <li key={at} className="stack tight">
          <p id={at} className="cap">
            {by.name}, <time dateTime={at}>{formatInstant(at)}</time>
          </p>
          <Difference before={before} after={after} />
          {after !== text && (
            <div>
              <Button small aria-describedby={at} onPress={() => onUse(after)}>
                {t.use}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
