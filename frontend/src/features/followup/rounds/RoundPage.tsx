import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { EmptyState } from '@/components/EmptyState'
import { DueDate } from '@/components/marks'
import { Note, Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { dateOf } from '@/lib/dates'
import { rounds as t } from '@/lib/messages/followup'
import { type Round, roundQuery } from '../api'
import { byCommittee } from './byCommittee'
import { CommitteeItems } from './CommitteeItems'
import { RoundActions } from './RoundActions'

const route = getRouteApi('/shell/uppfoljningar/$id')

/** One round: what is asked and by when, who has answered, and what the auditors say. */
export function RoundPage() {
  const { id } = route.useParams()
  const { data: round } = useSuspenseQuery(roundQuery(id))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { session } = useViewer()
  const { content, closedAt, items } = round
  const parts = byCommittee(items, (committeeId) => committeeName(committees, committeeId), session.permissions)
  return (
    <>
      <PageHead
        title={content.title}
        sub={<Sub round={round} />}
        crumbs={[{ label: t.title, link: { to: '/uppfoljningar' } }]}
        actions={<RoundActions round={round} />}
      />
      <div className="stack">
        {closedAt && (
          <Note title={t.closedOn(dateOf(closedAt))} icon="lock">
            <p>{t.closedHelp}</p>
          </Note>
        )}
        {content.question && (
          <section aria-label={t.question}>
            <blockquote className="words said written">{content.question}</blockquote>
          </section>
        )}
        {items.length === 0 ? (
          <div className="panel">
            <EmptyState icon="lock" title={t.nothingSeen}>
              {t.nothingSeenHelp}
            </EmptyState>
          </div>
        ) : (
          <>
            <p>
              {t.summary(
                items.filter(({ report }) => report).length,
                items.filter(({ verdict }) => verdict).length,
                items.length,
              )}
            </p>
            {parts.map((part) => (
              <CommitteeItems key={part.committeeId} part={part} isOpen={closedAt === null} />
            ))}
          </>
        )}
      </div>
    </>
  )
}

function Sub({ round: { content, closedAt, startedAt, startedBy } }: { round: Round }) {
  return (
    <>
      {closedAt === null && <Pill tone="acc">{t.open}</Pill>} {t.startedBy(dateOf(startedAt), startedBy.name)}
      {' · '}
      {t.due} <DueDate date={content.due} settled={closedAt !== null} />
    </>
  )
}
