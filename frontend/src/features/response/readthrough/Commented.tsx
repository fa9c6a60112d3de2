import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/Button'
import { readthrough as t } from '@/lib/messages/response'
import type { Response } from '../api'
import { CommentDialog } from './CommentDialog'
import { CommentList } from './CommentList'
import { commentsAt } from './comments'
import { selectedIn } from './selection'

/** A part's words with what is said about them. A new comment is about the words that are selected, or about all. */
export function Commented({ response, part, children }: { response: Response; part: string; children: ReactNode }) {
  const words = useRef<HTMLDivElement>(null)
  const [quote, setQuote] = useState<string>()
  const { open, resolved } = commentsAt(response, part)
  const mayComment = response.may.includes('comment')
  return (
    <>
      <div ref={words} className="stack tight">
        {children}
      </div>
      {open.length > 0 && <CommentList label={t.open} comments={open} response={response} />}
      {resolved.length > 0 && (
        <details className="sub">
          <summary>{t.resolvedCount(resolved.length)}</summary>
          <CommentList label={t.resolved} comments={resolved} response={response} />
        </details>
      )}
      {mayComment && (
        <div>
          <Button small look="plain" onPress={() => setQuote(words.current ? selectedIn(words.current) : '')}>
            {t.comment}
          </Button>
        </div>
      )}
      {quote !== undefined && (
        <CommentDialog responseId={response.id} part={part} quote={quote} onClose={() => setQuote(undefined)} />
      )}
    </>
  )
}
