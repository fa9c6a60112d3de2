import { useSuspenseQuery } from '@tanstack/react-query'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { FileLink } from '@/components/Button'
import { response as names, sheet as t } from '@/lib/messages/response'
import { type AnswerContent, type DocumentPart, documentAddress, type Measure, type Response } from './api'
import { Rendered } from '@/components/Rendered'
import { standpointOf } from './standpoint'
import { useSettled } from './useSettled'
import { SheetMeasures } from './SheetMeasures'

const pauseMs = 600

/** How the part becomes in the document. A picture only: the words are those of the editor beside it. */
export function PartSheet({
  response,
  kind = names.document,
  documentPart = 'response',
  heading,
  quoted = [],
  content,
  text,
  measures = [],
}: {
  response: Response
  /** What the document is called that the part stands in. */
  kind?: string | undefined
  documentPart?: DocumentPart
  heading: string
  quoted?: readonly string[]
  content?: AnswerContent
  /** Null where the part has no text of its own. */
  text: string | null
  measures?: readonly Measure[]
}) {
  const settled = useSettled(text, pauseMs)
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { session } = useViewer()
  const standpoint = content && standpointOf(content, response.content.commonStance, committees)
  return (
    <section className="desk stack" aria-labelledby="sheet">
      <div className="row far">
        <h2 id="sheet">{t.title}</h2>
        <FileLink look="plain" small href={documentAddress(response.id, 'draft', 'pdf', documentPart)} target="_blank">
          {t.open}
        </FileLink>
      </div>
      <div className="sheet grows" aria-hidden="true" inert>
        <div className="lh">
          <span>
            {session.organization?.name}
            <br />
            {committeeName(committees, response.committeeId)}
          </span>
          <span>
            {kind}
            <br />
            {response.registryNumber}
          </span>
        </div>
        <p className="st2">{heading}</p>
        {quoted.map((words, place) => (
          <p key={place}>
            <i>{words}</i>
          </p>
        ))}
        <div className="now">
          {standpoint && (
            <p>
              <b>{standpoint}</b>
            </p>
          )}
          {settled?.trim() === '' && <p>{content ? names.unanswered : t.empty}</p>}
          {settled?.trim() && <Rendered text={settled} />}
        </div>
        {measures.length > 0 && <SheetMeasures measures={measures} />}
      </div>
      <p className="cap">{t.cap}</p>
    </section>
  )
}
