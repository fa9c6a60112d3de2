import type { SaveState } from '@/lib/autosave'
import { timeOf } from '@/lib/dates'
import { saving as t } from '@/lib/messages/common'

/** Whether what is written is on the server: Sparar, Sparat 10:44, Inte sparat. */
export function SaveStatus({ state }: { state: SaveState }) {
  const failed = state.kind === 'failed' || state.kind === 'conflict'
  return (
    <span className={failed ? 'late' : 'cap'} role="status">
      {wordsOf(state)}
    </span>
  )
}

function wordsOf(state: SaveState): string {
  switch (state.kind) {
    case 'clean':
      return ''
    case 'saved':
      return t.saved(timeOf(state.at))
    default:
      return t[state.kind]
  }
}
