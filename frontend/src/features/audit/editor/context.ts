import { createContext, type FunctionComponent, memo } from 'react'
import type { Draft } from '../draft/draft'
import type { Place } from '../draft/places'
import type { RemarkWalk } from '../useRemarkWalk'

/** What every part of the editor works on. */
export interface Editing {
  draft: Draft
  change: (how: (draft: Draft) => Draft) => void
}

/** What is to be looked at in a draft that has been read; undefined for others. */
export const RemarksContext = createContext<RemarkWalk | undefined>(undefined)

/** The text that a draft was read from: where in it a place was found, in words, and the way there. */
export interface Found {
  where: (at: readonly Place[]) => string
  show: (at: readonly Place[]) => void
}

/** Undefined for a draft that was not read, or whose text is not shown. */
export const FoundContext = createContext<Found | undefined>(undefined)

/**
 * A part of the editor that is drawn again only when the named fields of the draft have changed, or a property of its
 * own: a report has hundreds of fields, and each letter typed makes a new draft.
 */
export function partOf<Props extends Editing>(fields: readonly (keyof Draft)[], Part: FunctionComponent<Props>) {
  return memo(Part, (before, after) => {
    const own = Object.keys(after).filter((name) => name !== 'draft') as (keyof Props)[]
    return (
      fields.every((field) => before.draft[field] === after.draft[field]) &&
      own.every((name) => before[name] === after[name])
    )
  })
}
