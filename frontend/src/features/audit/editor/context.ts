import { createContext, type FunctionComponent, memo, useContext } from 'react'
import type { Draft } from '../draft/draft'
import type { Remark } from '../draft/remarks'

/** What every part of the editor works on. */
export interface Editing {
  draft: Draft
  change: (how: (draft: Draft) => Draft) => void
}

/** What is to be looked at in a draft that has been read; empty in others. */
export const RemarksContext = createContext<readonly Remark[]>([])

/** The remarks at one place. */
export function useRemarks(place: string): readonly Remark[] {
  return useContext(RemarksContext).filter((remark) => remark.place === place)
}

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
