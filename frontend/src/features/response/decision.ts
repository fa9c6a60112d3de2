import type { Schema } from '@/api/client'
import { type DecisionDraft, takenBy, withChanges } from '@/lib/decision'
import type { AdoptedText } from './api'

/** What is sent of a decision about a response: the adopted text where the committee changed it. */
export function decisionOf(id: string, draft: DecisionDraft, adopted: AdoptedText): Schema['NewDecision'] {
  return { id, ...takenBy(draft), adopted: withChanges(draft.outcome) ? adopted : null }
}
