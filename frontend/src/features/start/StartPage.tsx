import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { committeeName, committeesQuery, meetingsQuery } from '@/api/queries'
import { useViewer, type Viewer } from '@/api/session'
import { LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { formatLongDate, today } from '@/lib/dates'
import { start as t } from '@/lib/messages/start'
import { waitingQuery } from './api'
import { hasWay } from './door'
import { NextMeetings } from './NextMeetings'
import { WaitingCard } from './WaitingCard'
import { WaitingRows } from './WaitingRows'
import { WaitingSection } from './WaitingSection'

/** What waits for the reader and by when, what comes near, and what the reader waits for from others. */
export function StartPage() {
  const { may, session } = useViewer()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { data: waiting } = useSuspenseQuery(waitingQuery)
  const own = committees.filter(({ id }) => ownCommittees(session).includes(id))
  const meetings = useSuspenseQueries({
    queries: own.map(({ id }) => meetingsQuery(id, today())),
    combine: (results) => results.flatMap(({ data }) => data),
  })
  const nameOf = (id: string) => committeeName(committees, id)
  const cards = waiting.mine.items.filter(hasWay)
  const rows = waiting.mine.items.filter((item) => !hasWay(item))
  return (
    <>
      <PageHead
        title={t.title}
        sub={formatLongDate(waiting.today)}
        actions={
          may('audit.register') && (
            <LinkButton look="go" icon="plus" to="/granskningar/ny">
              {t.register}
            </LinkButton>
          )
        }
      />
      <div className={own.length > 0 ? 'cols' : undefined}>
        <div className="stack">
          {waiting.mine.total === 0 && (
            <section className="panel">
              <EmptyState icon="check" title={t.nothing}>
                {t.nothingHelp}
              </EmptyState>
            </section>
          )}
          <WaitingSection id="mine" title={t.mine} list={waiting.mine}>
            {cards.map((item) => (
              <WaitingCard key={item.id} item={item} committee={nameOf(item.committeeId ?? '')} />
            ))}
            {rows.length > 0 && <WaitingRows items={rows} nameOf={nameOf} />}
          </WaitingSection>
          <WaitingSection id="near" title={t.near} list={waiting.near}>
            <WaitingRows items={waiting.near.items} nameOf={nameOf} />
          </WaitingSection>
          <WaitingSection id="others" title={t.others} list={waiting.others}>
            <WaitingRows items={waiting.others.items} nameOf={nameOf} />
          </WaitingSection>
        </div>
        {own.length > 0 && <NextMeetings meetings={meetings} committees={own} />}
      </div>
    </>
  )
}

/** The committees in which the session has a role of its own, not one over the whole organization. */
function ownCommittees(session: Viewer['session']): string[] {
  return [...new Set(session.roles.map(({ committeeId }) => committeeId))].filter((id) => id !== null)
}
