import { FileLink } from '@/components/Button'
import { formatInstant } from '@/lib/dates'
import { decisions as t, planHead } from '@/lib/messages/controls'
import { values, wordOf } from '@/lib/messages/values'
import { type ControlPlan, type Decision, planDocumentAddress } from '../api'
import { decisionsOf, type Decided } from './decisions'

/** Every decision about the plan, first to last, with the document as it was decided. */
export function DecisionsPanel({ plan }: { plan: ControlPlan }) {
  const all = decisionsOf(plan)
  return (
    <section className="panel in stack" aria-labelledby="decisions">
      <h2 id="decisions">{t.title}</h2>
      {all.length === 0 ? (
        <p className="sub">{t.empty}</p>
      ) : (
        <ol className="c stack">
          {all.map((decided) => (
            <li key={decided.decision.id} className="stack tight">
              <h3>{decided.about}</h3>
              <Facts decision={decided.decision} />
              <Kept plan={plan} decided={decided} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Facts({ decision }: { decision: Decision }) {
  return (
    <dl className="kv">
      <dt>{t.outcome}</dt>
      <dd>{wordOf(values.decisionOutcome, decision.outcome)}</dd>
      <dt>{decision.meetingId ? t.meeting : t.day}</dt>
      <dd>{planHead.decided(decision.date, decision.paragraph)}</dd>
      {decision.delegation && <dt>{t.delegation}</dt>}
      {decision.delegation && <dd>{decision.delegation}</dd>}
      {decision.comment && <dt>{t.comment}</dt>}
      {decision.comment && <dd className="words small written">{decision.comment}</dd>}
      <dt>{t.registered}</dt>
      <dd>
        {decision.registeredBy.name} <span className="cap nb">{formatInstant(decision.registeredAt)}</span>
      </dd>
    </dl>
  )
}

/** The PDF as it was kept when the decision was registered. */
function Kept({ plan, decided: { decision, about } }: { plan: ControlPlan; decided: Decided }) {
  const edition = plan.editions.find(({ decisionId }) => decisionId === decision.id)
  if (!edition) return null
  return (
    <div className="row">
      <FileLink
        small
        look="plain"
        href={planDocumentAddress(plan.id, edition.part, 'pdf', decision.id)}
        target="_blank"
        aria-label={t.keptFrom(about, decision.date)}
      >
        {t.kept}
      </FileLink>
    </div>
  )
}
