import { LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { way as t } from '@/lib/messages/way'
import type { Response, ResponsePlan } from './api'

/** Why the date cannot be reached in the usual way, and the ways out. */
export function PlanWarning({
  response,
  plan,
  warning,
}: {
  response: Response
  plan: ResponsePlan
  warning: NonNullable<ResponsePlan['warning']>
}) {
  const next = plan.nextMeeting?.content.date
  const due = plan.due ?? ''
  return (
    <Note
      tone={warning === 'no_due_date' ? 'warn' : 'bad'}
      title={t.warning[warning].title}
      actions={
        <>
          <LinkButton small to="/granskningar/$id" params={{ id: response.auditId }}>
            {warning === 'no_due_date' ? t.toAudit : t.extend}
          </LinkButton>
          {warning === 'no_meetings' && (
            <LinkButton small to="/administration/namnder/$id/sammantraden" params={{ id: response.committeeId }}>
              {t.toMeetings}
            </LinkButton>
          )}
          {response.may.includes('decide') && (
            <LinkButton small to="/yttranden/$id/beslut" params={{ id: response.id }}>
              {t.chairDecides}
            </LinkButton>
          )}
        </>
      }
    >
      <p>
        {t.warning[warning].help(due)} {warning === 'no_meeting_left' && next && t.nextMeeting(next)}
      </p>
    </Note>
  )
}
