import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { succession as t } from '@/lib/messages/organization'
import type { Committee } from './api'
import { SuccessorDialog } from './SuccessorDialog'

/** Who has taken over after the committee, or the way to hand it over. */
export function SuccessorPanel({ committee }: { committee: Committee }) {
  const { may } = useViewer()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [asking, setAsking] = useState(false)
  const { successorId } = committee
  if (successorId !== null)
    return (
      <Note title={t.succeeded} icon="info">
        <p>
          {t.by}{' '}
          <Link to="/administration/namnder/$id" params={{ id: successorId }}>
            {committeeName(committees, successorId)}
          </Link>
          . {t.answers}
        </p>
      </Note>
    )
  if (!may('organization.edit')) return null
  return (
    <section className="panel in stack tight" aria-labelledby="successor">
      <h2 id="successor">{t.title}</h2>
      <p className="sub">{t.help}</p>
      <div>
        <Button onPress={() => setAsking(true)}>{t.act}</Button>
      </div>
      {asking && <SuccessorDialog committee={committee} committees={committees} onClose={() => setAsking(false)} />}
    </section>
  )
}
