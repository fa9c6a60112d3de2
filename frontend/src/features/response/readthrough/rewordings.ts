import type { PartHistory } from '../api'

type Change = PartHistory['items'][number]

/** The changes of a part that changed its text: a part is also saved for its stance. */
export function rewordings(changes: readonly Change[]): Change[] {
  return changes.filter(({ before, after }) => before !== after)
}
