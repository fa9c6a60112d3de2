import { daysBetween, relativeDays, today } from '@/lib/dates'
import { plan as t } from '@/lib/messages/common'
import type { PlanStep } from '@/lib/way'

const nearDays = 14

/** The way to the date by which an answer is due: what happens when, counted back from the committee's meeting. */
export function DatePlan({ label, steps, due }: { label: string; steps: readonly PlanStep[]; due: string | null }) {
  return (
    <ol className="plan" aria-label={label}>
      {steps.map((step) => (
        <li key={step.what} className={markOf(step)} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b className="nb">{step.date}</b>
          {t.steps[step.what].label}
          <span>{t.steps[step.what].detail}</span>
          <Remark step={step} due={due} />
        </li>
      ))}
    </ol>
  )
}

function Remark({ step, due }: { step: PlanStep; due: string | null }) {
  if (step.what === 'lateMeeting' && due) return <span className="late">{t.tooLate(daysBetween(due, step.date))}</span>
  const days = daysBetween(today(), step.date)
  if (days < 0 && (step.what === 'due' || step.state !== 'did'))
    return <span className="late">{relativeDays(step.date)}</span>
  if (days < 0 || (step.state !== 'now' && step.what !== 'due')) return null
  return <span className={days <= nearDays ? 'near' : undefined}>{relativeDays(step.date)}</span>
}

function markOf({ what, state }: PlanStep): string {
  if (what === 'due') return 'hard'
  if (what === 'lateMeeting') return 'gone'
  return state === 'ahead' ? '' : state
}
