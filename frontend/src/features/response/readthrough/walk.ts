import type { PlacedComment, ReadThrough, Response } from '../api'

export interface Walk {
  /** The open comments at the parts that are read, in reading order. */
  along: PlacedComment[]
  /** Those at parts that are not printed, or that are gone. */
  beside: PlacedComment[]
}

/** The way through what is said about the document and not dealt with. */
export function walkOf({ comments }: Response, { memorandum, response }: ReadThrough): Walk {
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null)
  const places = [...memorandum, ...response].flatMap(({ part }) => (part === null ? [] : [part]))
  return {
    along: places.flatMap((place) => open.filter(({ part }) => part === place)),
    beside: open.filter(({ part }) => !places.includes(part)),
  }
}
