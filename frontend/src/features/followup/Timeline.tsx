import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/icons'
import { iconOf } from '@/components/marks'
import { timeline as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { Quoted } from './Quoted'
import type { FollowupEvent } from './timeline'
import { dateBefore } from './measureDates'

type Of<Kind extends FollowupEvent['kind']> = Extract<FollowupEvent, { kind: Kind }>

const stanceIcons: Record<keyof typeof values.stance, IconName> = {
  accepts: 's-yes',
  partly_accepts: 's-part',
  rejects: 's-no',
  takes_no_position: 's-min',
}

/** Everything that has been said, latest first. */
export function Timeline({ label, events }: { label: string; events: readonly FollowupEvent[] }) {
  return (
    <ol className="c time" aria-label={label}>
      {events.map((event) => (
        <li key={event.key}>
          <EventWords event={event} />
        </li>
      ))}
    </ol>
  )
}

function EventWords({ event }: { event: FollowupEvent }) {
  switch (event.kind) {
    case 'given':
      return <Entry icon="audit" title={t.given} day={event.day} />
    case 'decision':
      return <Decision event={event} />
    case 'progress':
      return <ProgressReported event={event} />
    case 'measure':
      return <MeasureReported event={event} />
    case 'verdict':
      return <Judged event={event} />
  }
}

function Entry({
  icon,
  title,
  day,
  by,
  children,
}: {
  icon: IconName
  title: string
  day: string
  by?: string
  children?: ReactNode
}) {
  return (
    <>
      <Icon name={icon} />
      <b>{title}</b>
      {children}
      <span className="cap blk">
        <time dateTime={day}>{day}</time>
        {by && `, ${by}`}
      </span>
    </>
  )
}

function Decision({ event: { answer, day } }: { event: Of<'decision'> }) {
  const { stance, paragraph } = answer
  return (
    <Entry icon={stance ? stanceIcons[stance] : 's-none'} title={stance ? t.stances[stance] : t.answered} day={day}>
      {paragraph && <span className="blk">§&nbsp;{paragraph}</span>}
    </Entry>
  )
}

function ProgressReported({ event: { report } }: { event: Of<'progress'> }) {
  const { progress, comment, effect, on, by } = report
  return (
    <Entry icon={iconOf.progress(progress)} title={values.progress[progress]} day={on} by={by.name}>
      {comment && <Quoted>{comment}</Quoted>}
      {effect && <Quoted label={t.effect}>{effect}</Quoted>}
    </Entry>
  )
}

function MeasureReported({ event: { measure, report } }: { event: Of<'measure'> }) {
  const { progress, done, effect, newReady, reason, on, by } = report
  return (
    <Entry
      icon={iconOf.progress(progress)}
      title={t.measure(values.progress[progress].toLowerCase())}
      day={on}
      by={by.name}
    >
      <span className="blk">{measure.content.what}</span>
      {done && <Quoted>{done}</Quoted>}
      {effect && <Quoted label={t.effect}>{effect}</Quoted>}
      {newReady && <span className="blk">{t.newDate(dateBefore(measure, report.id), newReady.words)}</span>}
      {reason && <Quoted label={t.reason}>{reason}</Quoted>}
    </Entry>
  )
}

function Judged({ event: { verdict } }: { event: Of<'verdict'> }) {
  const { comment, on, by, confirmedBy } = verdict
  const word = values.verdict[verdict.verdict]
  const confirmer = confirmedBy && confirmedBy.id !== by.id ? `, ${t.confirmed(confirmedBy.name)}` : ''
  return (
    <Entry
      icon={iconOf.verdict(verdict.verdict)}
      title={confirmedBy ? word : t.proposal(word.toLowerCase())}
      day={on}
      by={by.name + confirmer}
    >
      {comment && <Quoted>{comment}</Quoted>}
    </Entry>
  )
}
