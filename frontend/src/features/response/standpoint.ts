import { committeeName } from '@/api/queries'
import type { Schema } from '@/api/client'
import { response as t } from '@/lib/messages/response'
import type { AnswerContent, Stance } from './api'

/** What the document says in bold before an answer: its own stance, and what stands beside it. */
export function standpointOf(
  { stance, alreadyAddressed, dependsOnCommitteeId }: Omit<AnswerContent, 'statement' | 'text'>,
  commonStance: Stance | null,
  committees: readonly Schema['Committee'][],
): string {
  const words: string[] = []
  if (stance && commonStance === null) words.push(t.stances[stance])
  if (alreadyAddressed) words.push(t.alreadyAddressed)
  if (dependsOnCommitteeId) words.push(t.dependsOn(inSentence(committeeName(committees, dependsOnCommitteeId))))
  return words.join(' ')
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
