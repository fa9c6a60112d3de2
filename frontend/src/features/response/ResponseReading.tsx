import { useSuspenseQuery } from '@tanstack/react-query'
import { committeesQuery } from '@/api/queries'
import { Note } from '@/components/Note'
import { Rendered } from '@/components/Rendered'
import { reading as t, response as names, measures } from '@/lib/messages/response'
import type { Answer, Response, SectionKind } from './api'
import { MeasureTable } from './MeasureTable'
import { answerName, quotedIn } from './parts'
import { Commented } from './readthrough/Commented'
import { standpointOf } from './standpoint'

/** The response as it is read: the committee's words, in the document's order. */
export function ResponseReading({ response }: { response: Response }) {
  const { decision, content } = response
  return (
    <div className="stack">
      {response.state === 'draft' && (
        <Note title={t.draftNote}>
          <p>{t.draftNoteHelp}</p>
        </Note>
      )}
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
    </div>
  )
}

/** Stands first, without a heading, as in the document. */
function Introduction({ response }: { response: Response }) {
  const text = textOf(response, 'introduction')
  if (text.trim() === '') return null
  return (
    <Commented response={response} part="introduction">
      <Rendered text={text} />
    </Commented>
  )
}

function SectionReading({ response, kind }: { response: Response; kind: SectionKind }) {
  const text = textOf(response, kind)
  if (text.trim() === '') return null
  return (
    <section className="stack tight passage" aria-labelledby={kind}>
      <h3 id={kind}>{names.sections[kind]}</h3>
      <Commented response={response} part={kind}>
        <Rendered text={text} />
      </Commented>
    </section>
  )
}

function textOf({ sections }: Response, kind: SectionKind): string {
  return sections.find((section) => section.kind === kind)?.content.text ?? ''
}

function AnswerReading({ response, answer }: { response: Response; answer: Answer }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { content } = answer
  const standpoint = standpointOf(content, response.content.commonStance, committees)
  return (
    <section className="stack tight passage" aria-labelledby={answer.id}>
      <h3 id={answer.id}>{answerName(answer)}</h3>
      <Commented response={response} part={answer.id}>
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
        {content.text.trim() === '' ? <p className="words">{names.unanswered}</p> : <Rendered text={content.text} />}
        <MeasureTable caption={measures.caption(answerName(answer))} measures={answer.measures} />
      </Commented>
    </section>
  )
}
