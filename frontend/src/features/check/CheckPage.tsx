import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { DueDate } from '@/components/marks'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { check as t, checks as words, periodWords } from '@/lib/messages/check'
import { type Check, checkQuery } from './api'
import { CheckActions } from './CheckActions'
import { CheckAside } from './CheckAside'
import { CheckForm } from './CheckForm'
import { CheckRecord } from './CheckRecord'
import { NewDeviationDialog } from './DeviationDialogs'
import { DeviationsOfCheck } from './DeviationsOfCheck'
import { isDeviating } from './suggestion'

const route = getRouteApi('/shell/kontroller/$id')

/** One check: performed here by whoever it is given to, and read here afterwards. */
export function CheckPage({
  attachments,
  ties,
}: {
  attachments: ReactNode
  /** What the control is tied to, of other capabilities. */
  ties: (controlId: string) => ReactNode
}) {
  const { id } = route.useParams()
  const { data: check } = useSuspenseQuery(checkQuery(id))
  const [noting, setNoting] = useState(false)
  return (
    <>
      <Head check={check} />
      <div className="cols">
        <div className="stack">
          <What check={check} />
          {check.content !== null && check.may.includes('perform') ? (
            <CheckForm
              key={check.id}
              check={check}
              written={check.content}
              onCompleted={({ content, may }) =>
                setNoting(may.includes('note_deviation') && isDeviating(content?.outcome ?? null))
              }
            />
          ) : (
            <CheckRecord check={check} />
          )}
          <DeviationsOfCheck check={check} onNote={() => setNoting(true)} />
          {check.content !== null && attachments}
          {ties(check.controlId)}
        </div>
        <CheckAside check={check} />
      </div>
      {noting && <NewDeviationDialog check={check} onClose={() => setNoting(false)} />}
    </>
  )
}

function Head({ check }: { check: Check }) {
  const { may } = useViewer()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { content: committee } = committees.find(({ id }) => id === check.committeeId) ?? {}
  const plan = t.plan(check.year, committee?.abbreviation ?? committee?.name ?? '')
  const crumbs = may('controlplan.read')
    ? [
        { label: t.home, link: { to: '/internkontroll' } as const },
        { label: plan, link: { to: '/internkontroll/$id', params: { id: check.planId } } as const },
      ]
    : [{ label: words.mineTitle, link: { to: '/kontroller' } as const }]
  const period = periodWords(check.periodStart, check.periodEnd, check.year)
  return (
    <PageHead
      title={`${words.name(check.number, check.control.title)}, ${period}`}
      crumbs={crumbs}
      sub={<When check={check} />}
      actions={<CheckActions check={check} />}
    />
  )
}

function When({ check }: { check: Check }) {
  return (
    <>
      {t.plannedOn(check.plannedOn)} · {t.last} <DueDate date={check.lastOn} settled={check.state === 'performed'} />
      {check.performedBy && check.performedOn && ` · ${t.performedBy(check.performedBy.name, check.performedOn)}`}
      {check.risks.length + check.recommendations.length > 0 && (
        <>
          {' '}
          · {t.answersTo} <Answered check={check} />
        </>
      )}
    </>
  )
}

/** The risks and recommendations that the control answers to, as links for those who read them. */
function Answered({ check }: { check: Check }) {
  const { may } = useViewer()
  const answered = [
    ...check.risks.map(({ id, number }) => ({
      id,
      words: t.risk(number),
      link: may('controlplan.read') && (
        <Link to="/internkontroll/$id" params={{ id: check.planId }} search={{ risk: id }}>
          {t.risk(number)}
        </Link>
      ),
    })),
    ...check.recommendations.map(({ id, assignmentId, number }) => ({
      id,
      words: t.recommendation(number),
      link: may('followup.read') && (
        <Link to="/rekommendationer/$id" params={{ id: assignmentId }}>
          {t.recommendation(number)}
        </Link>
      ),
    })),
  ]
  return answered.map(({ id, words, link }, place) => (
    <Fragment key={id}>
      {place > 0 && ', '}
      {link || words}
    </Fragment>
  ))
}

function What({ check }: { check: Check }) {
  return (
    <section className="panel in stack tight">
      <h2>{t.whatTitle}</h2>
      <p className="words">{check.control.what || check.control.title}</p>
      {check.event && (
        <p>
          <b>{t.event}:</b> {check.event}
        </p>
      )}
      <p className="cap">{check.state === 'performed' ? t.asItStood : t.asItStands}</p>
      {check.content === null && <Note title={t.hiddenTitle}>{<p>{t.hidden}</p>}</Note>}
    </section>
  )
}
