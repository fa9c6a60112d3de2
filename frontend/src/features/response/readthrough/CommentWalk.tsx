import { useState } from 'react'
import { Button } from '@/components/Button'
import { through as t } from '@/lib/messages/memorandum'
import { readthrough } from '@/lib/messages/response'
import type { PlacedComment, ReadThrough, Response } from '../api'
import { placeName } from '../parts'
import { CommentList } from './CommentList'
import { walkOf } from './walk'

/** The comments that are not dealt with, each with the way to its place; they are walked one by one. */
export function CommentWalk({ response, through }: { response: Response; through: ReadThrough }) {
  const [current, setCurrent] = useState<string>()
  const { along, beside } = walkOf(response, through)
  const at = along.findIndex(({ id }) => id === current)
  const nameOf = ({ part }: PlacedComment) => placeName(response, part) ?? t.gone

  function show(place: number) {
    const comment = along.at(place % along.length)
    setCurrent(comment?.id)
    return comment && shown(comment)
  }

  return (
    <aside className="panel in stack tight walk" aria-labelledby="walk">
      <h2 id="walk">{t.comments}</h2>
      {along.length + beside.length === 0 && <p className="sub">{t.noComments}</p>}
      {along.length > 0 && (
        <>
          <div className="row" role="group" aria-label={t.walk}>
            <Button small icon="left" onPress={() => show(Math.max(at, 0) - 1)}>
              {t.previous}
            </Button>
            <Button small icon="right" onPress={() => show(at + 1)}>
              {t.next}
            </Button>
            <span className="cap" role="status">
              {at >= 0 && t.position(at + 1, along.length)}
              <span className="vh"> {along[at]?.text}</span>
            </span>
          </div>
          <ol className="c stack tight">
            {along.map((comment, place) => (
              <li key={comment.id} className="sub">
                <a
                  href={`#${comment.id}`}
                  aria-current={place === at ? 'true' : undefined}
                  onClick={(event) => {
                    event.preventDefault()
                    show(place)?.focus()
                  }}
                >
                  {nameOf(comment)}
                </a>
                <span className="blk">{comment.text}</span>
                <span className="cap blk">{comment.by.name}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {beside.map((comment) => (
        <div key={comment.id} className="stack tight passage">
          <h3>{nameOf(comment)}</h3>
          <CommentList label={readthrough.open} comments={[comment]} response={response} />
        </div>
      ))}
    </aside>
  )
}

/** Brings a comment's place into sight. */
function shown({ id }: PlacedComment): HTMLElement | null {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center' })
  return element
}
