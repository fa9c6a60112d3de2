import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { ProblemNote } from '@/components/ProblemNote'
import { formatInstant } from '@/lib/dates'
import { readthrough as t } from '@/lib/messages/response'
import { type PlacedComment, reopenComment, resolveComment, type Response, responseQuery } from '../api'

/** Comments at a part: about which words, by whom, and whether they are dealt with. */
export function CommentList({
  label,
  comments,
  response,
}: {
  label: string
  comments: PlacedComment[]
  response: Response
}) {
  return (
    <ul className="c stack" aria-label={label}>
      {comments.map((comment) => (
        <li key={comment.id} className="stack tight">
          {comment.quote && <blockquote className="words small said written">{comment.quote}</blockquote>}
          <p id={comment.id} tabIndex={-1} className="sub written">
            {comment.text}
          </p>
          <p className="cap">{t.said(comment.by.name, formatInstant(comment.at))}</p>
          {comment.resolvedBy && comment.resolvedAt && (
            <p className="cap">{t.resolvedBy(comment.resolvedBy.name, formatInstant(comment.resolvedAt))}</p>
          )}
          {response.may.includes('comment') && <Resolution comment={comment} responseId={response.id} />}
        </li>
      ))}
    </ul>
  )
}

function Resolution({ comment: { id, resolvedAt }, responseId }: { comment: PlacedComment; responseId: string }) {
  const queryClient = useQueryClient()
  const isResolved = resolvedAt !== null
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => (isResolved ? reopenComment(id) : resolveComment(id)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: responseQuery(responseId).queryKey }),
  })
  return (
    <>
      {error && <ProblemNote problem={error} />}
      <div>
        <Button small aria-describedby={id} isPending={isPending} onPress={() => mutate()}>
          {isResolved ? t.reopen : t.resolve}
        </Button>
      </div>
    </>
  )
}
