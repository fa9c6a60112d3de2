import { Link } from '@tanstack/react-router'
import type { Schema } from '@/api/client'
import { committeeName } from '@/api/queries'
import { LinkButton } from '@/components/Button'
import { DatePlan } from '@/components/DatePlan'
import { DueDate, ResponseStatePill } from '@/components/marks'
import { Note } from '@/components/Note'
import { today } from '@/lib/dates'
import { plan } from '@/lib/messages/common'
import { start as t } from '@/lib/messages/start'
import { meetingToReach, planBackwards } from '@/lib/planning'
import type { ResponseSummary } from './api'

/** The responses whose turn it is, each with the way to its date. */
export function WaitingResponses({
  responses,
  committees,
  meetings,
}: {
  responses: readonly ResponseSummary[]
  committees: readonly Schema['Committee'][]
  meetings: readonly Schema['Meeting'][]
}) {
  return (
    <section aria-labelledby="waiting-responses">
      <div className="head">
        <h2 id="waiting-responses">{t.responses}</h2>
        <span className="cap">{t.planned}</span>
        <Link to="/yttranden">{t.allResponses}</Link>
      </div>
      {responses.map((response) => (
        <ResponseCard
          key={response.id}
          response={response}
          committee={committeeName(committees, response.committeeId)}
          meetings={meetings.filter(({ committeeId }) => committeeId === response.committeeId)}
        />
      ))}
    </section>
  )
}

function ResponseCard({
  response,
  committee,
  meetings,
}: {
  response: ResponseSummary
  committee: string
  meetings: readonly Schema['Meeting'][]
}) {
  const { id, auditTitle, registryNumber, state, responseDue } = response
  const dates = meetings.map(({ content }) => content)
  // After the decision the meetings are behind; only the date is left.
  const decided = state === 'decided'
  const steps = planBackwards(responseDue, dates, today())
  return (
    <article className="panel" aria-labelledby={id}>
      <div className="in stack tight">
        <div className="row far">
          <h3 id={id}>
            <Link to="/yttranden/$id" params={{ id }} className="link">
              {auditTitle}
            </Link>
          </h3>
          <ResponseStatePill state={state} />
        </div>
        <p className="sub">
          {[committee, registryNumber].filter(Boolean).join(' · ')}
          {decided && responseDue !== null && (
            <>
              {` · ${plan.steps.due.label} `}
              <DueDate date={responseDue} />
            </>
          )}
        </p>
        {!decided && responseDue !== null && <NoMeetingLeft due={responseDue} response={response} meetings={dates} />}
      </div>
      {!decided && steps.length > 0 && (
        <div className="in">
          <DatePlan label={plan.label(auditTitle)} due={responseDue} steps={steps} />
        </div>
      )}
      <div className="in row">
        <LinkButton small to="/yttranden/$id" params={{ id }} aria-label={t.open(t.steps[state], auditTitle)}>
          {t.steps[state]}
        </LinkButton>
      </div>
    </article>
  )
}

/** Said first, with the ways out: after the last meeting the date cannot be kept in the usual way. */
function NoMeetingLeft({
  due,
  response,
  meetings,
}: {
  due: string
  response: ResponseSummary
  meetings: Schema['MeetingContent'][]
}) {
  if (due < today() || meetingToReach(due, meetings, today())) return null
  const next = meetingToReach(null, meetings, today())
  return (
    <Note
      tone="bad"
      title={t.noMeetingTitle}
      actions={
        <LinkButton small to="/administration/namnder/$id/sammantraden" params={{ id: response.committeeId }}>
          {t.toMeetings}
        </LinkButton>
      }
    >
      <p>
        {t.noMeeting(due)} {next ? t.nextMeeting(next.date) : t.noNextMeeting}
      </p>
    </Note>
  )
}
