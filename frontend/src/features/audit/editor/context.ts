import { createContext, useContext } from 'react'
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
