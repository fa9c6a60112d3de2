import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { CommitteeAbbreviation } from '@/components/CommitteeAbbreviation'
import { PageHead } from '@/components/PageHead'
import { assignment as t, assignments } from '@/lib/messages/followup'
import { type Assignment, assignmentQuery, type Committee } from './api'
import { AssignmentActions } from './AssignmentActions'
import { AssignmentFacts } from './AssignmentFacts'
import { DecidedAnswers } from './DecidedAnswers'
import { DifferenceWords } from './DifferenceWords'
import { MeasuresSection } from './MeasuresSection'
import { Proposals } from './Proposals'
import { Timeline } from './Timeline'
import { timelineOf } from './timeline'
import { Voices } from './Voices'
import { WorkingNotes } from './notes/WorkingNotes'

const route = getRouteApi('/shell/rekommendationer/$id')

/** One recommendation as it concerns one committee: three voices, what was decided, what is done. */
export function AssignmentPage({
  attachments,
}: {
  /** The papers that belong to it, by whoever keeps papers. */
  attachments?: ReactNode
}) {
  const { id } = route.useParams()
  const { data: assignment } = useSuspenseQuery(assignmentQuery(id))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { summary } = assignment
  return (
    <>
      <PageHead
        title={t.title(summary.number)}
        sub={<Sub assignment={assignment} committees={committees} />}
        crumbs={[
          { label: assignments.title, link: { to: '/rekommendationer' } },
          { label: summary.auditTitle, link: { to: '/granskningar/$id', params: { id: summary.auditId } } },
        ]}
        actions={<AssignmentActions assignment={assignment} />}
      />
      <div className="cols early">
        <div className="stack">
          <blockquote className="words said">{summary.text}</blockquote>
          <section aria-label={t.voices}>
            <Voices assignment={assignment} />
            <DifferenceWords assignment={assignment} />
          </section>
          <Proposals assignment={assignment} />
          <DecidedAnswers answers={assignment.answers} committees={committees} />
          <MeasuresSection assignment={assignment} />
          {attachments}
          <WorkingNotes auditId={summary.auditId} assignmentId={assignment.id} />
        </div>
        <aside className="stack" aria-label={t.history}>
          <AssignmentFacts summary={summary} />
          <section aria-labelledby="history">
            <div className="head">
              <h2 id="history">{t.history}</h2>
            </div>
            <Timeline label={t.history} events={timelineOf(assignment)} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** Whom it concerns, whom it also concerns, and who gave it when. */
function Sub({ assignment, committees }: { assignment: Assignment; committees: readonly Committee[] }) {
  const { summary, others } = assignment
  const { firm, reportDate, committeeId, holderId } = summary
  const by = reportDate ? t.given(reportDate, firm) : firm && t.givenBy(firm)
  return (
    <>
      {t.to} <b>{committeeName(committees, committeeId)}</b>
      {holderId !== committeeId && `, ${t.holder} ${committeeName(committees, holderId)}`}
      {others.length > 0 && (
        <>
          {' · '}
          {t.alsoTo}{' '}
          {others.map(({ id, committeeId: other }, place) => (
            <span key={id}>
              {place > 0 && ', '}
              <Link to="/rekommendationer/$id" params={{ id }}>
                <CommitteeAbbreviation committee={committees.find((committee) => committee.id === other)} />
              </Link>
            </span>
          ))}
        </>
      )}
      {by && ` · ${by}`}
    </>
  )
}
