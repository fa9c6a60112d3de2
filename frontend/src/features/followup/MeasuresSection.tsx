import { useState } from 'react'
import { Button } from '@/components/Button'
import { Confidentiality } from '@/components/Confidentiality'
import { type Column, DataTable } from '@/components/DataTable'
import { ProgressMark } from '@/components/marks'
import { measures as t } from '@/lib/messages/followup'
import { type Assignment, type FollowedMeasure, rereadAssignment } from './api'
import { GiveMeasureDialog } from './GiveMeasureDialog'
import { MeasureDates } from './MeasureDates'
import { MeasureReportDialog } from './MeasureReportDialog'
import { Quoted } from './Quoted'
import { TakeBackDialog } from './TakeBackDialog'

interface Open {
  act: 'report' | 'give' | 'take'
  id: string
}

/** What the committee decided to do: how far each has come, by when, and who sees to it. */
export function MeasuresSection({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState<Open>()
  const { measures, answers } = assignment
  const chosen = measures.find(({ id }) => id === open?.id)
  const close = () => setOpen(undefined)
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="measures">
      <div className="head">
        <h2 id="measures">{t.title}</h2>
        {measures.length > 0 && (
          <span className="cap">{t.count(measures.length, measures.filter(({ overdue }) => overdue).length)}</span>
        )}
      </div>
      {measures.length === 0 ? (
        <p className="panel in sub">{t.none}</p>
      ) : (
        <div className="panel">
          <DataTable caption={t.caption} columns={columns(setOpen)} rows={measures} rowId={({ id }) => id} />
        </div>
      )}
      {chosen && open?.act === 'report' && (
        <MeasureReportDialog measure={chosen} reread={() => rereadMeasure(assignment, chosen)} onClose={close} />
      )}
      {chosen && open?.act === 'give' && <GiveMeasureDialog measure={chosen} onClose={close} />}
      {chosen && open?.act === 'take' && <TakeBackDialog measure={chosen} onClose={close} />}
    </section>
  )
}

async function rereadMeasure({ id }: Assignment, measure: FollowedMeasure): Promise<FollowedMeasure> {
  const { measures } = await rereadAssignment(id)
  return measures.find((other) => other.id === measure.id) ?? measure
}

function columns(open: (open: Open) => void): Column<FollowedMeasure>[] {
  return [
    { id: 'what', header: t.what, cell: (measure) => <What measure={measure} /> },
    { id: 'function', header: t.function, cell: ({ content }) => content.function },
    { id: 'progress', header: t.progress, cell: (measure) => <Progressed measure={measure} open={open} /> },
    { id: 'ready', header: t.ready, cell: (measure) => !measure.hidden && <MeasureDates measure={measure} /> },
    { id: 'person', header: t.person, cell: (measure) => <Person measure={measure} open={open} /> },
  ]
}

function What({ measure: { id, content, reports, confidentialGround, may } }: { measure: FollowedMeasure }) {
  const { done, effect } = reports.findLast((report) => report.done !== '' || report.effect !== '') ?? {}
  return (
    <span className="told">
      {content.what}
      <Confidentiality
        thing="measure"
        id={id}
        name={content.what}
        ground={confidentialGround}
        mayMark={may.includes('mark_confidential')}
      />
      {done && <Quoted label={t.done}>{done}</Quoted>}
      {effect && <Quoted label={t.effect}>{effect}</Quoted>}
    </span>
  )
}

interface Acting {
  measure: FollowedMeasure
  open: (open: Open) => void
}

function Progressed({ measure: { id, progress, content, hidden, may }, open }: Acting) {
  if (hidden) return null
  return (
    <span className="acting">
      <ProgressMark progress={progress} />
      {may.includes('report') && (
        <span>
          <Button small aria-label={t.reportLabel(content.what)} onPress={() => open({ act: 'report', id })}>
            {t.report}
          </Button>
        </span>
      )}
    </span>
  )
}

function Person({ measure: { id, person, content, hidden, may }, open }: Acting) {
  if (hidden) return null
  const mayGive = may.includes('give')
  return (
    <span className="acting">
      {person ? person.name : !mayGive && <span className="dim">{t.nobody}</span>}
      {mayGive && (
        <span className="row">
          <Button
            small
            look="plain"
            aria-label={person ? t.giveAnotherLabel(content.what) : t.giveLabel(content.what)}
            onPress={() => open({ act: 'give', id })}
          >
            {person ? t.giveAnother : t.give}
          </Button>
          {person && (
            <Button
              small
              look="plain"
              aria-label={t.takeBackLabel(person.name, content.what)}
              onPress={() => open({ act: 'take', id })}
            >
              {t.takeBack}
            </Button>
          )}
        </span>
      )}
    </span>
  )
}
