import { useSuspenseQuery } from '@tanstack/react-query'
import { committeesQuery } from '@/api/queries'
import { Confidentiality, ConfidentialPill } from '@/components/Confidentiality'
import { Rendered } from '@/components/Rendered'
import { reading as t, response as names, measures } from '@/lib/messages/response'
import type { Answer, CitedThing, Response, SectionKind } from './api'
import { citedIn } from './Citations'
import { CitedWords } from './CitedWords'
import { MeasureTable } from './MeasureTable'
import { answerName, quotedIn } from './parts'
import { standpointOf } from './standpoint'

/** The response as it was decided: the committee's words, in the document's order. Drafts are read through instead. */
export function ResponseReading({ response }: { response: Response }) {
  const { decision, content } = response
  return (
    <article className="panel in stack" aria-labelledby="response">
      <div className="stack tight">
        <h2 id="response">{content.title}</h2>
        {decision && <p className="sub">{t.decided(decision.paragraph, decision.date)}</p>}
      </div>
      <Introduction response={response} />
      {content.commonStance && <p className="words">{names.commonStances[content.commonStance]}</p>}
      {response.answers.map((answer) => (
        <AnswerReading key={answer.id} response={response} answer={answer} />
      ))}
      <SectionReading response={response} kind="other_measures" />
      <SectionReading response={response} kind="control_plan" />
      <SectionReading response={response} kind="operational_plan" />
      <SectionReading response={response} kind="closing" />
    </article>
  )
}

/** Stands first, without a heading, as in the document. */
function Introduction({ response }: { response: Response }) {
  const text = textOf(response, 'introduction')
  if (text.trim() === '') return null
  return <Rendered text={text} />
}

/** What the sections about the plans cite. */
const citedThings: Partial<Record<SectionKind, readonly CitedThing[]>> = {
  control_plan: ['risk', 'control'],
  operational_plan: ['action'],
}

function SectionReading({ response, kind }: { response: Response; kind: SectionKind }) {
  const text = textOf(response, kind)
  const things = citedThings[kind] ?? []
  if (text.trim() === '' && citedIn(response, null, things).length === 0) return null
  return (
    <section className="stack tight passage" aria-labelledby={kind}>
      <h3 id={kind}>{names.sections[kind]}</h3>
      {text.trim() !== '' && <Rendered text={text} />}
      <CitedWords response={response} answerId={null} things={things} />
    </section>
  )
}

function textOf({ sections }: Response, kind: SectionKind): string {
  return sections.find((section) => section.kind === kind)?.content.text ?? ''
}

function Said({ text }: { text: string }) {
  return text.trim() === '' ? <p className="words">{names.unanswered}</p> : <Rendered text={text} />
}

function AnswerReading({ response, answer }: { response: Response; answer: Answer }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { content } = answer
  const standpoint = answer.hidden ? '' : standpointOf(content, response.content.commonStance, committees)
  const mayMark = response.may.includes('mark_confidential')
  return (
    <section className="stack tight passage" aria-labelledby={answer.id}>
      <div className="row far">
        <h3 id={answer.id}>{answerName(answer)}</h3>
        {!answer.hidden && (
          <Confidentiality
            thing="answer"
            id={answer.id}
            name={names.answerTo(answerName(answer))}
            ground={answer.confidentialGround}
            mayMark={mayMark}
          />
        )}
      </div>
      {quotedIn(answer).map((words, place) => (
        <blockquote key={place} className="words small said">
          {words}
        </blockquote>
      ))}
      {standpoint && (
        <p className="words">
          <b>{standpoint}</b>
        </p>
      )}
      {answer.hidden ? (
        <p>
          <ConfidentialPill ground={answer.confidentialGround} />
        </p>
      ) : (
        <Said text={content.text} />
      )}
      <CitedWords response={response} answerId={answer.id} things={['risk', 'control', 'action']} />
      <MeasureTable
        caption={measures.caption(answerName(answer))}
        measures={answer.hidden ? answer.measures.filter(({ hidden }) => !hidden) : answer.measures}
        mayMark={mayMark}
      />
    </section>
  )
}
