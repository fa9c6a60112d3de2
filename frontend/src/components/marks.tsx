// The three voices and the dates: one way to show each, everywhere.
import { daysBetween, relativeDays, today } from '@/lib/dates'
import { values, wordOf } from '@/lib/messages/values'
import type { IconName } from './icons'
import { Icon } from './icons'
import { Pill, type Tone } from './Note'

interface Drawing {
  icon: IconName
  tone: Tone | 'mid' | ''
}

const stances: Record<keyof typeof values.stance, Drawing> = {
  accepts: { icon: 's-yes', tone: 'mid' },
  partly_accepts: { icon: 's-part', tone: 'mid' },
  rejects: { icon: 's-no', tone: 'mid' },
  takes_no_position: { icon: 's-min', tone: 'mid' },
}

const progresses: Record<keyof typeof values.progress, Drawing> = {
  not_started: { icon: 'p-none', tone: '' },
  ongoing: { icon: 'p-on', tone: 'mid' },
  continuous: { icon: 'p-cont', tone: 'mid' },
  done: { icon: 'p-done', tone: 'ok' },
  cancelled: { icon: 'p-off', tone: '' },
}

const verdicts: Record<keyof typeof values.verdict, Drawing> = {
  not_followed_up: { icon: 'v-none', tone: '' },
  addressed: { icon: 'v-ok', tone: 'ok' },
  partly_addressed: { icon: 'v-part', tone: 'warn' },
  not_addressed: { icon: 'v-no', tone: 'bad' },
  no_longer_relevant: { icon: 'v-gone', tone: '' },
}

/** How a check stands: its outcome, or without one planned or late. */
export const checkMarks = {
  no_deviation: { icon: 'c-ok', tone: 'ok', word: values.checkOutcome.no_deviation },
  minor_deviation: { icon: 'c-min', tone: 'warn', word: values.checkOutcome.minor_deviation },
  major_deviation: { icon: 'c-maj', tone: 'bad', word: values.checkOutcome.major_deviation },
  not_performed: { icon: 'c-np', tone: '', word: values.checkOutcome.not_performed },
  planned: { icon: 'c-plan', tone: '', word: values.checkState.ahead },
  late: { icon: 'c-late', tone: 'bad', word: values.checkState.overdue },
} as const satisfies Record<string, Drawing & { word: string }>

export type CheckStanding = keyof typeof checkMarks

export function CheckOutcomeMark({ standing }: { standing: CheckStanding }) {
  return <Mark drawing={checkMarks[standing]} word={checkMarks[standing].word} />
}

/** The drawing of a code, where the word is written beside it. */
export const iconOf = {
  progress: (progress: keyof typeof progresses): IconName => progresses[progress].icon,
  verdict: (verdict: keyof typeof verdicts): IconName => verdicts[verdict].icon,
}

/** Bubble: the committee's stance; null is unanswered. */
export function StanceMark({ stance }: { stance: keyof typeof stances | null }) {
  if (stance === null) return <Mark drawing={{ icon: 's-none', tone: '' }} word={values.unanswered} />
  return <Mark drawing={stances[stance]} word={values.stance[stance]} />
}

/** Ring: progress, as the committee reports it; null where it has not. */
export function ProgressMark({ progress }: { progress: keyof typeof progresses | null }) {
  if (progress === null) return <Mark drawing={{ icon: 'p-none', tone: '' }} word={values.unreported} />
  return <Mark drawing={progresses[progress]} word={values.progress[progress]} />
}

/** Square: the auditors' verdict. */
export function VerdictMark({ verdict }: { verdict: keyof typeof verdicts }) {
  return <Mark drawing={verdicts[verdict]} word={values.verdict[verdict]} />
}

function Mark({ drawing, word }: { drawing: Drawing; word: string }) {
  return (
    <span className={`st ${drawing.tone}`}>
      <Icon name={drawing.icon} />
      <span>{word}</span>
    </span>
  )
}

/** What no voice says alone: the committee and the auditors differ, or the auditors have not looked. */
export function DifferenceMark({ difference }: { difference: keyof typeof values.difference }) {
  if (difference === 'none')
    return (
      <span>
        <span className="dim" aria-hidden="true">
          –
        </span>
        <span className="vh">{values.difference.none}</span>
      </span>
    )
  return (
    <Pill {...(difference === 'differs' ? { tone: 'bad', icon: 'differs' } : { icon: 'eye' })}>
      {values.difference[difference]}
    </Pill>
  )
}

/** A response's state as a pill. */
export function ResponseStatePill({ state }: { state: keyof typeof values.responseState }) {
  const decided = state === 'decided' || state === 'delivered'
  return (
    <Pill {...(decided ? { tone: 'ok', icon: 'lock' } : state === 'draft' ? {} : { tone: 'acc' })}>
      {wordOf(values.responseState, state)}
    </Pill>
  )
}

const nearDays = 14

/** A date by which something is to be done, with the days left; red when it has passed and amber when it is near. */
export function DueDate({ date, settled = false }: { date: string; settled?: boolean }) {
  const days = daysBetween(today(), date)
  if (settled || days > nearDays) return <time dateTime={date}>{date}</time>
  return (
    <time dateTime={date} className={days < 0 ? 'late' : 'near'}>
      <span className="nb">{date}</span> · {relativeDays(date)}
    </time>
  )
}
