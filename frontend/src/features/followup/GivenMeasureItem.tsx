import { useState } from 'react'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { ProgressMark } from '@/components/marks'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { confidentiality } from '@/lib/messages/confidentiality'
import { given as t, measureReporting } from '@/lib/messages/followup'
import { type FollowedMeasure, type GivenMeasure, rereadGivenMeasure } from './api'
import { MeasureDates } from './MeasureDates'
import { MeasureReportFields } from './MeasureReportFields'
import { SinceThen } from './SinceThen'
import { Timeline } from './Timeline'
import { measureEvents, saidSince } from './timeline'
import { useMeasureReport } from './useMeasureReport'

/** One measure: what it is about, when it is to be ready, what has been reported, and the report to write. */
export function GivenMeasureItem({ given, committee }: { given: GivenMeasure; committee: string }) {
  const { measure, auditTitle, recommendations } = given
  const { id, content, progress, reports } = measure
  return (
    <article className="panel in two" aria-labelledby={id}>
      <div className="stack">
        <div>
          <h2 id={id}>{content.what}</h2>
          <p className="sub">
            {t.from(committee)} · {auditTitle || confidentiality.short}
          </p>
        </div>
        <dl className="kv">
          <dt>{t.progress}</dt>
          <dd>
            <ProgressMark progress={progress} />
          </dd>
          <dt>{t.ready}</dt>
          <dd>
            <MeasureDates measure={measure} />
          </dd>
          {content.function && <dt>{t.function}</dt>}
          {content.function && <dd>{content.function}</dd>}
        </dl>
        <div className="stack tight">
          <h3>{t.recommendations(recommendations.length)}</h3>
          {recommendations.length === 0 && <p className="sub">{confidentiality.short}</p>}
          {recommendations.map((text) => (
            <blockquote key={text} className="words small said">
              {text}
            </blockquote>
          ))}
        </div>
        {reports.length > 0 && (
          <div className="stack tight">
            <h3>{t.reports}</h3>
            <Timeline label={t.reports} events={measureEvents(measure).reverse()} />
          </div>
        )}
      </div>
      {measure.may.includes('report') && <Reporting measure={measure} />}
    </article>
  )
}

/** The form is there while something is left to report; what is finished can be reported again. */
function Reporting({ measure }: { measure: FollowedMeasure }) {
  const [reported, setReported] = useState(0)
  const [again, setAgain] = useState(false)
  const finished = measure.progress === 'done' || measure.progress === 'cancelled'
  if (finished && !again)
    return (
      <div>
        <Button onPress={() => setAgain(true)}>{t.reportAgain}</Button>
      </div>
    )
  return (
    <ReportForm
      key={reported}
      measure={measure}
      onReported={() => {
        setReported((before) => before + 1)
        setAgain(false)
      }}
    />
  )
}

function ReportForm({ measure, onReported }: { measure: FollowedMeasure; onReported: () => void }) {
  const { draft, set, dirty, addition } = useMeasureReport({
    measure,
    reread: () => rereadGivenMeasure(measure.id),
    onReported,
  })
  return (
    <div className="stack tight">
      <h3>{t.report}</h3>
      <Form problem={addition.problem} onSubmit={addition.send} label={measure.content.what}>
        <UnsavedChangesGuard when={dirty} />
        {addition.since && (
          <SinceThen
            events={saidSince(measureEvents(addition.begun), measureEvents(addition.since))}
            onSend={addition.send}
          />
        )}
        <MeasureReportFields draft={draft} set={set} />
        <div>
          <Button type="submit" isPending={addition.pending}>
            {measureReporting.send}
          </Button>
        </div>
      </Form>
    </div>
  )
}
