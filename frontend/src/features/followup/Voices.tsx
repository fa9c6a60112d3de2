import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { ConfidentialPill } from '@/components/Confidentiality'
import { ProgressMark, StanceMark, VerdictMark } from '@/components/marks'
import { assignment as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { Assignment } from './api'
import { latestVerdict } from './difference'
import { Quoted } from './Quoted'

/** What the committee has decided, what it reports and what the auditors say: the latest word of each, side by side. */
export function Voices({ assignment }: { assignment: Assignment }) {
  return (
    <div className="voices">
      <StanceVoice assignment={assignment} />
      <ProgressVoice assignment={assignment} />
      <VerdictVoice assignment={assignment} />
    </div>
  )
}

function Voice({
  id,
  title,
  mark,
  words,
  source,
  differs = false,
}: {
  id: string
  title: string
  mark: ReactNode
  words?: ReactNode
  /** When and by whom, or that nobody has. */
  source: ReactNode
  differs?: boolean
}) {
  return (
    <article className={differs ? 'panel in differs' : 'panel in'} aria-labelledby={id}>
      <h2 className="cap" id={id}>
        {title}
      </h2>
      <p className="big">{mark}</p>
      <div className="stack tight">{words}</div>
      <p className="cap">{source}</p>
    </article>
  )
}

function StanceVoice({ assignment: { summary, answers } }: { assignment: Assignment }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const answer = answers.at(-1)
  const { responseState } = summary
  return (
    <Voice
      id="stance"
      title={t.stance}
      mark={
        answer?.hidden ? (
          <ConfidentialPill ground={answer.confidentialGround} />
        ) : (
          <StanceMark stance={answer?.stance ?? null} />
        )
      }
      words={
        answer && (
          <>
            {answer.alreadyAddressed && <p className="sub">{values.alreadyAddressed}</p>}
            {answer.dependsOnCommitteeId && (
              <p className="sub">{t.dependsOn(committeeName(committees, answer.dependsOnCommitteeId))}</p>
            )}
          </>
        )
      }
      source={
        answer ? (
          <>
            {t.decided(answer.decidedOn)}
            {answer.paragraph && <>, §&nbsp;{answer.paragraph}</>} ·{' '}
            <Link to="/yttranden/$id" params={{ id: answer.responseId }}>
              {t.toResponse}
            </Link>
          </>
        ) : (
          [t.notAnswered, responseState && t.responseIs(values.responseState[responseState].toLowerCase())]
            .filter(Boolean)
            .join(' ')
        )
      }
    />
  )
}

function ProgressVoice({ assignment: { progressReports, suggestedProgress } }: { assignment: Assignment }) {
  const report = progressReports.at(-1)
  const suggests = suggestedProgress !== null && suggestedProgress !== report?.progress
  return (
    <Voice
      id="progress"
      title={t.progress}
      mark={<ProgressMark progress={report?.progress ?? null} />}
      words={
        <>
          {report?.comment && <p className="words small written">{report.comment}</p>}
          {report?.effect && (
            <p>
              <Quoted label={t.effect}>{report.effect}</Quoted>
            </p>
          )}
          {suggests && (
            <p className="sub">
              {t.suggests}: {values.progress[suggestedProgress].toLowerCase()}. {t.suggestsHelp}
            </p>
          )}
        </>
      }
      source={report ? t.reported(report.on, report.by.name) : t.notReported}
    />
  )
}

function VerdictVoice({ assignment }: { assignment: Assignment }) {
  const verdict = latestVerdict(assignment)
  const confirmedBy = verdict?.confirmedBy
  return (
    <Voice
      id="verdict"
      title={t.verdict}
      differs={assignment.summary.difference === 'differs'}
      mark={<VerdictMark verdict={assignment.summary.verdict} />}
      words={verdict?.comment && <p className="words small written">{verdict.comment}</p>}
      source={
        verdict
          ? [
              t.judged(verdict.on, verdict.by.name),
              confirmedBy && confirmedBy.id !== verdict.by.id && t.confirmedBy(confirmedBy.name),
            ]
              .filter(Boolean)
              .join(', ')
          : t.notJudged
      }
    />
  )
}
