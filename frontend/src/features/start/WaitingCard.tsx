import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LinkButton } from '@/components/Button'
import { DatePlan } from '@/components/DatePlan'
import { Note, Pill } from '@/components/Note'
import { plan as planWords } from '@/lib/messages/common'
import { start as t } from '@/lib/messages/start'
import { way } from '@/lib/messages/way'
import { type ResponsePlan, wayOf } from '@/lib/way'
import { planQuery, type WaitingItem } from './api'
import { doorOf } from './door'

/** A response whose turn it is, with the way to its date. */
export function WaitingCard({ item, committee }: { item: WaitingItem; committee: string }) {
  const { data: plan } = useQuery(planQuery(item.id))
  const steps = plan ? wayOf(plan) : []
  const door = doorOf(item)
  return (
    <article className="panel" aria-labelledby={`${item.kind}-${item.id}`}>
      <div className="in stack tight">
        <div className="row far">
          <h3 id={`${item.kind}-${item.id}`}>
            <Link {...door} className="link">
              {item.title}
            </Link>
          </h3>
          <Pill {...(item.kind === 'revise_returned' ? { tone: 'warn', icon: 'returned' } : {})}>
            {t.states[item.kind]}
          </Pill>
        </div>
        <p className="sub">{[committee, item.person?.name].filter(Boolean).join(' · ')}</p>
        {plan && <Warning plan={plan} />}
      </div>
      {plan && steps.length > 0 && (
        <div className="in">
          <DatePlan label={planWords.label(item.title)} due={plan.due} steps={steps} />
        </div>
      )}
      <div className="in row">
        <LinkButton small {...door} aria-label={t.open(t.kinds[item.kind], item.title)}>
          {t.kinds[item.kind]}
        </LinkButton>
      </div>
    </article>
  )
}

/** Said first: the date cannot be kept in the usual way. The response's own page has the ways out. */
function Warning({ plan: { warning, due, nextMeeting } }: { plan: ResponsePlan }) {
  if (!warning) return null
  return (
    <Note tone={warning === 'no_due_date' ? 'warn' : 'bad'} title={way.warning[warning].title}>
      <p>
        {way.warning[warning].help(due ?? '')}{' '}
        {warning === 'no_meeting_left' && nextMeeting && way.nextMeeting(nextMeeting.content.date)}
      </p>
    </Note>
  )
}
