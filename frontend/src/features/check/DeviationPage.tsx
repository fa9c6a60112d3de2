import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { MakeRiskDialog } from '@/components/MakeRiskDialog'
import { CheckOutcomeMark, DueDate, ProgressMark } from '@/components/marks'
import { PageHead } from '@/components/PageHead'
import { dateOf } from '@/lib/dates'
import { deviation as t, deviations as words } from '@/lib/messages/check'
import { type Deviation, deviationQuery, useChanged } from './api'
import { DeleteDeviationDialog, RecheckDialog, ReportDeviationDialog } from './DeviationActs'
import { EditDeviationDialog } from './DeviationDialogs'
import { DeviationStatePill } from './DeviationTable'

const route = getRouteApi('/shell/kontrollavvikelser/$id')

type Act = Deviation['may'][number]

/** One control deviation: what was found, what is done about it, and whether it helped. */
export function DeviationPage({ attachments }: { attachments: ReactNode }) {
  const { id } = route.useParams()
  const { data: deviation } = useSuspenseQuery(deviationQuery(id))
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  return (
    <>
      <Head deviation={deviation} onAct={setAct} />
      <div className="cols">
        <div className="stack">
          <Found deviation={deviation} />
          <Remedy deviation={deviation} onAct={setAct} />
          <Rechecks deviation={deviation} />
          {attachments}
        </div>
        <Aside deviation={deviation} onAct={setAct} />
      </div>
      {act === 'edit' && <EditDeviationDialog deviation={deviation} onClose={close} />}
      {act === 'report' && <ReportDeviationDialog deviation={deviation} onClose={close} />}
      {act === 'recheck' && <RecheckDialog deviation={deviation} onClose={close} />}
      {act === 'make_risk' && (
        <MakeRiskDialog
          origin={{ deviationId: id, recommendationId: null }}
          committeeId={deviation.summary.committeeId}
          after={deviation.summary.year}
          title={deviation.content.what}
          cause={deviation.content.cause}
          onMade={() => changed()}
          onClose={close}
        />
      )}
      {act === 'delete' && <DeleteDeviationDialog deviation={deviation} onClose={close} />}
    </>
  )
}

interface Part {
  deviation: Deviation
  onAct: (act: Act) => void
}

function Head({ deviation: { summary, may, notedBy, notedAt }, onAct }: Part) {
  return (
    <PageHead
      title={t.heading(summary.number, summary.year)}
      crumbs={[{ label: words.title, link: { to: '/kontrollavvikelser' } }]}
      sub={
        <>
          <DeviationStatePill state={summary.state} /> {t.notedBy(notedBy.name, dateOf(notedAt))}
        </>
      }
      actions={
        <>
          {may.includes('delete') && (
            <Button look="plain" onPress={() => onAct('delete')}>
              {t.remove}
            </Button>
          )}
          {may.includes('edit') && <Button onPress={() => onAct('edit')}>{t.edit}</Button>}
        </>
      }
    />
  )
}

function Found({ deviation: { content, summary } }: Pick<Part, 'deviation'>) {
  return (
    <section className="panel in stack">
      <div className="row far">
        <h2>{t.found}</h2>
        {summary.outcome && <CheckOutcomeMark standing={summary.outcome} />}
      </div>
      <p className="words written">{content.what}</p>
      <div className="stack tight">
        <h3>{t.cause}</h3>
        <p className="words small written">{content.cause || t.empty}</p>
      </div>
    </section>
  )
}

function Remedy({ deviation: { content, summary, progressNote, progressOn, may }, onAct }: Part) {
  return (
    <section className="panel in stack">
      <div className="row far">
        <h2>{t.remedy}</h2>
        <ProgressMark progress={summary.progress} />
      </div>
      <p className="words small written">{content.measure || t.empty}</p>
      {progressOn && (
        <div className="stack tight">
          <h3>{t.reportedOn(progressOn)}</h3>
          {progressNote && <p className="words small written">{progressNote}</p>}
        </div>
      )}
      {(may.includes('report') || may.includes('recheck')) && (
        <div className="row">
          {may.includes('report') && (
            <Button {...(summary.state === 'open' && { look: 'go' as const })} onPress={() => onAct('report')}>
              {t.report}
            </Button>
          )}
          {may.includes('recheck') && (
            <Button {...(summary.state === 'to_recheck' && { look: 'go' as const })} onPress={() => onAct('recheck')}>
              {t.recheck}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function Rechecks({ deviation: { rechecks } }: Pick<Part, 'deviation'>) {
  return (
    <section className="panel in stack tight">
      <h2>{t.rechecks}</h2>
      {rechecks.length === 0 ? (
        <p className="cap">{t.noRechecks}</p>
      ) : (
        <ul className="stack tight">
          {rechecks.map(({ id, outcome, note, on, by }) => (
            <li key={id}>
              <b>{t.outcomes[outcome]}</b> <span className="cap">{t.by(on, by.name)}</span>
              {note && <p className="words small written">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Aside({ deviation: { content, summary, risks, may }, onAct }: Part) {
  const { may: viewerMay } = useViewer()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const reads = viewerMay('controlplan.read')
  return (
    <div className="stack">
      <section className="panel in stack tight">
        <h2>{words.control}</h2>
        <dl className="kv">
          <dt>{words.control}</dt>
          <dd>
            {reads ? (
              <Link className="link" to="/kontroller/$id" params={{ id: summary.checkId }}>
                {summary.controlTitle}
              </Link>
            ) : (
              summary.controlTitle
            )}
          </dd>
          <dt>{words.committee}</dt>
          <dd>{committeeName(committees, summary.committeeId)}</dd>
          <dt>{words.responsible}</dt>
          <dd>
            {content.function}
            <span className="cap blk">{summary.person?.name ?? t.nobody}</span>
          </dd>
          <dt>{t.due}</dt>
          <dd>{content.due ? <DueDate date={content.due} settled={summary.state !== 'open'} /> : '–'}</dd>
          <dt>{t.recheckDue}</dt>
          <dd>
            {content.recheckDue ? <DueDate date={content.recheckDue} settled={summary.state !== 'to_recheck'} /> : '–'}
          </dd>
        </dl>
      </section>
      <section className="panel in stack tight">
        <h2>{t.risks}</h2>
        {risks.length === 0 ? (
          <p className="cap">{t.noRisks}</p>
        ) : (
          <ul className="stack tight">
            {risks.map(({ riskId, planId, number, year, title }) => (
              <li key={riskId}>
                <Link className="link" to="/internkontroll/$id" params={{ id: planId }}>
                  {t.riskName(number, year, title)}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {may.includes('make_risk') && (
          <div className="row">
            <Button icon="plus" onPress={() => onAct('make_risk')}>
              {t.makeRisk}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}
