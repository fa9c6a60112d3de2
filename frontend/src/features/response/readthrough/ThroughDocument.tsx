import { MarkdownView } from '@/components/MarkdownView'
import type { ReadThroughPart, Response } from '../api'
import { placeName } from '../parts'
import { Commented } from './Commented'

/** One document as it will look, part by part; what is said about a part stands at it. */
export function ThroughDocument({
  response,
  kind,
  parts,
}: {
  response: Response
  kind: string
  parts: readonly ReadThroughPart[]
}) {
  return (
    <article className="panel in stack through" aria-label={kind}>
      {parts.map(({ part, html }, place) =>
        part === null ? (
          <MarkdownView key={place} html={html} />
        ) : (
          <section key={part} className="stack tight" aria-label={placeName(response, part)}>
            <Commented response={response} part={part}>
              <MarkdownView html={html} />
            </Commented>
          </section>
        ),
      )}
    </article>
  )
}
