import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { risks as words } from '@/lib/messages/controlplan'
import { chosenRisks as t, controls } from '@/lib/messages/controls'
import type { ControlPlan, Risk } from '../api'
import { LevelPill } from '../LevelPill'

/** The risks chosen to the control plan, and which controls answer to each: one without shows. */
export function ChosenRisksPanel({ plan }: { plan: ControlPlan }) {
  const chosen = plan.risks.filter(isToControlPlan).sort((a, b) => valueOf(b) - valueOf(a))
  return (
    <section className="panel" aria-labelledby="chosen">
      <div className="in head">
        <h2 id="chosen">{t.title}</h2>
        {plan.risks.length > 0 && <span className="cap">{t.count(chosen.length, plan.risks.length)}</span>}
      </div>
      {chosen.length === 0 ? (
        <EmptyState icon="shield" title={t.empty}>
          {t.emptyHelp}
        </EmptyState>
      ) : (
        <DataTable caption={t.caption} columns={columns(plan)} rows={chosen} rowId={({ id }) => id} />
      )}
    </section>
  )
}

function isToControlPlan({ content }: Risk): boolean {
  return content.treatments.some(({ treatment }) => treatment === 'control_plan')
}

function valueOf({ current }: Risk): number {
  return current?.value ?? 0
}

function columns(plan: ControlPlan): Column<Risk>[] {
  return [
    {
      id: 'risk',
      header: words.risk,
      cell: ({ id, number, content }) => (
        <Link className="link" to="/internkontroll/$id" params={{ id: plan.id }} search={{ risk: id }}>
          <b>{words.number(number)}</b> {content.title}
        </Link>
      ),
    },
    {
      id: 'category',
      header: words.category,
      cell: ({ content }) => plan.scale.categories.find(({ code }) => code === content.category)?.label ?? '',
    },
    { id: 'inherent', header: words.inherent, numeric: true, cell: ({ inherent }) => inherent?.value ?? '–' },
    { id: 'current', header: words.current, numeric: true, cell: ({ current }) => <b>{current?.value ?? '–'}</b> },
    { id: 'target', header: words.target, numeric: true, cell: ({ target }) => target?.value ?? '–' },
    {
      id: 'level',
      header: t.level,
      cell: ({ current }) => <LevelPill level={current?.level} />,
    },
    { id: 'controls', header: t.controls, cell: (risk) => <Answering plan={plan} risk={risk} /> },
  ]
}

function Answering({ plan, risk }: { plan: ControlPlan; risk: Risk }) {
  const answering = plan.controls.filter(({ removed, content }) => !removed && content.riskIds.includes(risk.id))
  if (answering.length === 0) return <span className="warn">{t.none}</span>
  return (
    <ul className="c row">
      {answering.map(({ id, number, content }) => (
        <li key={id}>
          <Link
            className="where"
            to="/internkontroll/$id/kontroller"
            params={{ id: plan.id }}
            search={{ kontroll: id }}
            resetScroll={false}
            title={content.title}
          >
            {controls.number(number)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
