import { ReadFollowupPage } from '@/features/reading/ReadFollowupPage'
import { ResultsPage } from '@/features/followup/results/ResultsPage'
import { useResults } from '@/features/followup/results/useResults'

/** Joins two capabilities: a follow-up audit is read, and what it found becomes verdicts. */
export function ReadVerdictsPage() {
  const results = useResults()
  if (!results.draft) return <ReadFollowupPage onRead={results.begin} />
  return <ResultsPage draft={results.draft} onChange={results.change} onDone={results.end} />
}
