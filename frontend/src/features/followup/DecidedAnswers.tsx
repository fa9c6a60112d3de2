import { Link } from '@tanstack/react-router'
import { committeeName } from '@/api/queries'
import { ConfidentialPill } from '@/components/Confidentiality'
import { Rendered } from '@/components/Rendered'
import { StanceMark } from '@/components/marks'
import { assignment as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { Assignment, Committee } from './api'

type Answer = Assignment['answers'][number]

/** What the committee has answered, as decided; the latest first, since it is what holds. */
export function DecidedAnswers({
  answers,
  committees,
}: {
  answers: readonly Answer[]
  committees: readonly Committee[]
}) {
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <div className="head">
        <h2 id="answers">{t.answer}</h2>
      </div>
      <ul className="c panel list">
        {answers
          .map((answer, place) => <DecidedAnswer key={answer.answerId} {...{ answer, place, committees }} />)
          .reverse()}
      </ul>
    </section>
  )
}

function DecidedAnswer({
  answer,
  place,
  committees,
}: {
  answer: Answer
  place: number
  committees: readonly Committee[]
}) {
  const { decidedOn, paragraph, stance, text, responseId, alreadyAddressed, dependsOnCommitteeId } = answer
  return (
    <li className="stack tight">
      <p className="row">
        {stance && <StanceMark stance={stance} />}
        <ConfidentialPill ground={answer.confidentialGround} />
        {alreadyAddressed && <span className="sub">{values.alreadyAddressed}</span>}
        {dependsOnCommitteeId && (
          <span className="sub">{t.dependsOn(committeeName(committees, dependsOnCommitteeId))}</span>
        )}
      </p>
      {text.trim() !== '' && <Rendered text={text} />}
      <p className="cap">
        {t.decided(decidedOn)}
        {paragraph && <>, §&nbsp;{paragraph}</>}
        {place > 0 && ` · ${t.supplement}`} ·{' '}
        <Link to="/yttranden/$id" params={{ id: responseId }}>
          {t.toWholeResponse}
        </Link>
      </p>
    </li>
  )
}
