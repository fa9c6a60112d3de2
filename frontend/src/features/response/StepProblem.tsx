import { Note } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { actions as t } from '@/lib/messages/response'
import type { ApiProblem } from '@/lib/problem'
import type { Response } from './api'
import { MissingList } from './MissingList'

/** Why a change of state was refused. */
export function StepProblem({ response, problem }: { response: Response; problem: ApiProblem }) {
  if (problem.code === 'response_incomplete') {
    if (response.missing.length === 0) return null
    return (
      <Note tone="bad" title={t.incomplete(response.missing.length)} appears>
        <MissingList response={response} />
      </Note>
    )
  }
  if (problem.isConflict) {
    return (
      <Note tone="warn" icon="differs" title={t.changed} appears>
        <p>{t.changedHelp}</p>
      </Note>
    )
  }
  return <ProblemNote problem={problem} />
}
