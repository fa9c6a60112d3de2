import { DueDate } from '@/components/marks'
import { Pill } from '@/components/Note'
import { replying as t } from '@/lib/messages/input'
import type { GivenInputRequest } from './api'
import { ReplyForm } from './ReplyForm'

/** One question, what it is about, and the answer: to write, or to read when it is closed. */
export function InputQuestion({ given }: { given: GivenInputRequest }) {
  const { id, auditTitle, askedBy, committee, due, recommendations, question, reply, closed } = given
  return (
    <article className="panel in stack" aria-labelledby={id}>
      <div>
        <div className="row far">
          <h2 id={id}>{auditTitle}</h2>
          {closed && <Pill icon="lock">{t.closed}</Pill>}
        </div>
        <p className="sub">
          {`${t.askedBy(askedBy.name, committee)} · ${t.due} `}
          <DueDate date={due} settled={closed || reply !== null} />
        </p>
      </div>
      {recommendations.length > 0 && (
        <div className="stack tight">
          <h3>{t.recommendations(recommendations.length)}</h3>
          {recommendations.map((text) => (
            <blockquote key={text} className="words said">
              {text}
            </blockquote>
          ))}
        </div>
      )}
      <div className="stack tight">
        <h3>{t.question}</h3>
        <p className="written">{question}</p>
      </div>
      {closed ? <ClosedReply reply={reply} /> : <ReplyForm given={given} />}
    </article>
  )
}

function ClosedReply({ reply }: { reply: string | null }) {
  return (
    <div className="stack tight">
      <h3>{t.reply}</h3>
      {reply === null ? <p className="sub">{t.noReply}</p> : <p className="words written">{reply}</p>}
      <p className="cap">{t.closedHelp}</p>
    </div>
  )
}
