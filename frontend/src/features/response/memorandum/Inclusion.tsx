import { Link } from '@tanstack/react-router'
import { dateOf } from '@/lib/dates'
import { memorandum as t } from '@/lib/messages/memorandum'
import { measures } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import type { Answer, MemorandumInclusion, Response } from '../api'
import { MeasureTable } from '../MeasureTable'
import { answerName, numbersOf, sectionAddresses } from '../parts'
import { Rendered } from '@/components/Rendered'

/** What a section of the memorandum takes in from the response, and the way to where it is written. */
export function Inclusion({ what, response }: { what: MemorandumInclusion; response: Response }) {
  const title = t.inclusions[what]
  return (
    <section className="passage stack tight" aria-label={title}>
      <div className="row far">
        <h3>{title}</h3>
        <Source what={what} response={response} />
      </div>
      <Included what={what} response={response} />
    </section>
  )
}

function Source({ what, response }: { what: MemorandumInclusion; response: Response }) {
  const words = t.sources[what]
  if (what === 'recommendations') {
    return (
      <Link to="/granskningar/$id" params={{ id: response.auditId }}>
        {words}
      </Link>
    )
  }
  const writtenInIntroduction = what === 'introduction' || what === 'input'
  const part = writtenInIntroduction ? sectionAddresses.introduction : response.answers[0]?.id
  return (
    <Link to="/yttranden/$id" params={{ id: response.id }} search={{ del: part }} resetScroll={false}>
      {words}
    </Link>
  )
}

function Included({ what, response }: { what: MemorandumInclusion; response: Response }) {
  const answered = response.answers.filter(({ recommendations }) => recommendations.length > 0)
  const introduction = response.sections.find(({ kind }) => kind === 'introduction')?.content.text ?? ''
  const given = response.inputRequests.flatMap(({ id, person, repliedAt }) =>
    repliedAt ? [{ id, person, repliedAt }] : [],
  )
  const measured = response.answers.filter((answer) => answer.measures.length > 0)
  switch (what) {
    case 'introduction':
      return introduction.trim() === '' ? <Nothing what={what} /> : <Rendered text={introduction} />
    case 'recommendations':
      return answered.length === 0 ? <Nothing what={what} /> : <Recommendations answers={answered} />
    case 'stances':
      return answered.length === 0 ? <Nothing what={what} /> : <Stances response={response} answers={answered} />
    case 'measures':
      if (measured.length === 0) return <Nothing what={what} />
      return measured.map((answer) => (
        <div key={answer.id} className="stack tight">
          <h4 className="cap">{answerName(answer)}</h4>
          <MeasureTable caption={measures.caption(answerName(answer))} measures={answer.measures} />
        </div>
      ))
    case 'input':
      if (given.length === 0) return <Nothing what={what} />
      return (
        <ul className="sub">
          {given.map(({ id, person, repliedAt }) => (
            <li key={id}>{t.answered(person.name, dateOf(repliedAt))}</li>
          ))}
        </ul>
      )
  }
}

function Nothing({ what }: { what: MemorandumInclusion }) {
  return <p className="sub">{t.nothing[what]}</p>
}

function Recommendations({ answers }: { answers: readonly Answer[] }) {
  return (
    <ul className="c stack tight">
      {answers
        .flatMap(({ recommendations }) => recommendations)
        .map(({ id, number, text }) => (
          <li key={id} className="recommended">
            <span className="nr">{number}</span>
            <span className="words small">{text}</span>
          </li>
        ))}
    </ul>
  )
}

function Stances({ response, answers }: { response: Response; answers: readonly Answer[] }) {
  const common = response.content.commonStance
  return (
    <dl className="kv">
      {answers.map(({ id, recommendations, content }) => {
        const stance = common ?? content.stance
        return [
          <dt key={`${id} number`}>{numbersOf(recommendations)}</dt>,
          <dd key={id}>{stance ? values.stance[stance] : t.notAnswered}</dd>,
        ]
      })}
    </dl>
  )
}
