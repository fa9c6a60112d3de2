import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { committeesQuery, meetingsQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { formatLongDate, today } from '@/lib/dates'
import { start as t } from '@/lib/messages/start'
import { auditsByDueQuery, openResponsesQuery, unconfirmedAuditsQuery } from './api'
import { NextMeetings } from './NextMeetings'
import { UnansweredAudits, UnconfirmedAudits } from './WaitingAudits'
import { WaitingResponses } from './WaitingResponses'
import { ownCommittees, unansweredFor, waitsFor } from './waiting'

/** What the reader has to do, and by when. */
export function StartPage() {
  const { may, session } = useViewer()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { data: open } = useSuspenseQuery(openResponsesQuery(may('response.follow')))
  const { data: audits } = useSuspenseQuery(auditsByDueQuery(may('audit.read') && may('response.draft')))
  const { data: unconfirmed } = useSuspenseQuery(unconfirmedAuditsQuery(may('audit.confirm')))
  const responses = open.filter((response) => waitsFor(may, response))
  const unanswered = unansweredFor(may, audits)
  const own = committees.filter(({ id }) => ownCommittees(session).includes(id))
  const meetings = useSuspenseQueries({
    queries: own.map(({ id }) => meetingsQuery(id, today())),
    combine: (results) => results.flatMap(({ data }) => data),
  })
  const nothing = responses.length + unanswered.length + unconfirmed.length === 0
  return (
    <>
      <PageHead
        title={t.title}
        sub={formatLongDate(today())}
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
          {nothing && (
            <section className="panel">
              <EmptyState icon="check" title={t.nothing}>
                {t.nothingHelp}
              </EmptyState>
            </section>
          )}
          {unanswered.length > 0 && <UnansweredAudits unanswered={unanswered} committees={committees} />}
          {responses.length > 0 && (
            <WaitingResponses responses={responses} committees={committees} meetings={meetings} />
          )}
          {unconfirmed.length > 0 && <UnconfirmedAudits audits={unconfirmed} />}
        </div>
        {own.length > 0 && <NextMeetings meetings={meetings} committees={own} />}
      </div>
    </>
  )
}
