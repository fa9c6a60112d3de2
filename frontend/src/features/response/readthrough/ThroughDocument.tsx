import { useSuspenseQuery } from '@tanstack/react-query'
import { committeeName, committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { MarkdownView } from '@/components/MarkdownView'
import { Pill } from '@/components/Note'
import { through as t } from '@/lib/messages/memorandum'
import type { ReadThroughPart, Response } from '../api'
import { placeName } from '../parts'
import { Commented } from './Commented'

/** One document as it will look, part by part; what is said about a part stands at it. */
export function ThroughDocument({
  response,
  kind,
  title,
  mark,
  parts,
}: {
  response: Response
  kind: string
  title: string
  mark?: string | undefined
  parts: readonly ReadThroughPart[]
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { session } = useViewer()
  return (
    <article className="panel in stack through" aria-label={kind}>
      <div className="row far top lined-below" role="group" aria-label={t.letterhead}>
        <p className="sub">
          <b>{session.organization?.name}</b>
          <br />
          {committeeName(committees, response.committeeId)}
        </p>
        <p className="sub">
          <b>{kind}</b> {mark && <Pill tone="acc">{mark}</Pill>}
          <br />
          {response.registryNumber}
        </p>
      </div>
      <h2>{title}</h2>
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
