import { FileLink } from '@/components/Button'
import { Icon, type IconName } from '@/components/icons'
import { formatInstant } from '@/lib/dates'
import { documents } from '@/lib/messages/memorandum'
import { dispatching, reading as t } from '@/lib/messages/response'
import { values, wordOf } from '@/lib/messages/values'
import { ReceptionRecord } from './after/ReceptionRecord'
import { SupplementRecord } from './after/SupplementRecord'
import { documentAddress, type Response } from './api'

type Transition = Response['history'][number]

const drawings: Record<Transition['action'], { icon: IconName; tone?: 'ok' | 'warn' }> = {
  start: { icon: 'pencil' },
  submit: { icon: 'right' },
  withdraw: { icon: 'left' },
  return: { icon: 'returned', tone: 'warn' },
  approve: { icon: 'check' },
  decide: { icon: 'lock', tone: 'ok' },
  refer_back: { icon: 'returned', tone: 'warn' },
  deliver: { icon: 'mail', tone: 'ok' },
  register: { icon: 'lock', tone: 'ok' },
}

/** What has happened with the response: its decision, to whom it was sent, its kept documents, its changes of state. */
export function ResponseRecord({ response }: { response: Response }) {
  return (
    <div className="record">
      {response.decision && <Decision decision={response.decision} />}
      {response.earlierDecisions.map((decision) => (
        <Decision key={decision.id} decision={decision} />
      ))}
      {response.dispatches.length > 0 && <Dispatches response={response} />}
      {response.reception && <ReceptionRecord reception={response.reception} />}
      <SupplementRecord response={response} />
      {response.editions.length > 0 && <Editions response={response} />}
      <section className="panel in stack tight" aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        <ol className="c time">
          {response.history.map((transition) => (
            <Event key={transition.at + transition.action} transition={transition} />
          ))}
        </ol>
      </section>
    </div>
  )
}

function Decision({ decision }: { decision: NonNullable<Response['decision']> }) {
  return (
    <section className="panel in stack tight" aria-labelledby={decision.id}>
      <h2 id={decision.id}>{t.decision}</h2>
      <dl className="kv">
        <dt>{t.outcome}</dt>
        <dd>{wordOf(values.decisionOutcome, decision.outcome)}</dd>
        <dt>{decision.meetingId ? t.meeting : t.day}</dt>
        <dd>{decision.date}</dd>
        {decision.delegation && <dt>{t.delegation}</dt>}
        {decision.delegation && <dd>{decision.delegation}</dd>}
        {decision.paragraph && <dt>{t.paragraph}</dt>}
        {decision.paragraph && <dd>§&nbsp;{decision.paragraph}</dd>}
        {decision.verifiedOn && <dt>{t.verified}</dt>}
        {decision.verifiedOn && <dd>{decision.verifiedOn}</dd>}
        {decision.comment && <dt>{t.comment}</dt>}
        {decision.comment && <dd className="words small written">{decision.comment}</dd>}
        <dt>{t.registered}</dt>
        <dd>
          {decision.registeredBy.name} <span className="cap nb">{formatInstant(decision.registeredAt)}</span>
        </dd>
      </dl>
    </section>
  )
}

function Dispatches({ response }: { response: Response }) {
  return (
    <section className="panel in stack tight" aria-labelledby="dispatches">
      <h2 id="dispatches">{t.dispatches}</h2>
      <ul className="c stack tight sub">
        {response.dispatches.map(({ id, recipient, recipientKind, sentOn }) => (
          <li key={id}>
            {recipient}
            <span className="cap blk">
              {dispatching.kinds[recipientKind]}, {sentOn}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Editions({ response }: { response: Response }) {
  return (
    <section className="panel in stack tight" aria-labelledby="editions">
      <h2 id="editions">{t.editions}</h2>
      <ul className="c stack">
        {response.editions.map(({ edition, part, size, renderedAt, sha256 }) => (
          <li key={`${renderedAt} ${part}`} className="stack tight">
            <h3>{part === 'response' ? t.edition[edition] : documents.parts[part]}</h3>
            <dl className="kv">
              <dt>{t.stored}</dt>
              <dd>{formatInstant(renderedAt)}</dd>
              <dt>{t.size}</dt>
              <dd>{t.kilobytes(Math.ceil(size / 1024).toLocaleString('sv-SE'))}</dd>
              <dt>{t.sha256}</dt>
              <dd>
                <code className="digest">{sha256.slice(0, 12)}</code>
              </dd>
            </dl>
            <div>
              <FileLink small href={documentAddress(response.id, edition, 'pdf', part)} target="_blank">
                {part === 'response' ? t.editionOpen[edition] : documents.open[part]}
              </FileLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Event({ transition: { action, at, by, comment } }: { transition: Transition }) {
  const { icon, tone } = drawings[action]
  return (
    <li>
      <Icon name={icon} tone={tone} />
      {t.transition[action]}
      <span className="cap blk">
        {by.name}, <time dateTime={at}>{formatInstant(at)}</time>
      </span>
      {comment && <p className="words small written">{comment}</p>}
    </li>
  )
}
