// What is said about a part of the draft while it is read through; a part is an answer's id or a section's kind.
import type { PlacedComment, Response } from '../api'

export function commentsAt({ comments }: Response, part: string): { open: PlacedComment[]; resolved: PlacedComment[] } {
  const here = comments.filter((comment) => comment.part === part)
  return {
    open: here.filter(({ resolvedAt }) => resolvedAt === null),
    resolved: here.filter(({ resolvedAt }) => resolvedAt !== null),
  }
}
