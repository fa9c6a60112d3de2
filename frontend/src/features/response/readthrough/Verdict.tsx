import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { through as t } from '@/lib/messages/memorandum'
import { actions } from '@/lib/messages/response'
import { approve, type Response } from '../api'
import { ReturnDialog } from '../ReturnDialog'
import { StepProblem } from '../StepProblem'
import { useSteps } from '../useSteps'

/** What one does when it is read: what is approved is the version that was read. */
export function Verdict({ response, version }: { response: Response; version: number }) {
  const [returning, setReturning] = useState(false)
  const steps = useSteps(response)
  const may = (action: Response['may'][number]) => response.may.includes(action)
  const read = { id: response.id, version }
  return (
    <section className="panel in stack tight" aria-labelledby="verdict">
      <h2 id="verdict">{t.done}</h2>
      {steps.problem && <StepProblem response={response} problem={steps.problem} />}
      {may('approve') && <p className="sub">{t.approveHelp}</p>}
      <div className="row">
        {may('approve') && (
          <Button
            look="go"
            isPending={steps.pending}
            // A refusal is shown above.
            onPress={() => void steps.take({ act: () => approve(read), done: actions.approved }).catch(() => undefined)}
          >
            {actions.approve}
          </Button>
        )}
        {may('return') && (
          <Button icon="returned" onPress={() => setReturning(true)}>
            {actions.return}
          </Button>
        )}
        <LinkButton look="plain" to="/yttranden/$id" params={{ id: response.id }}>
          {t.crumb}
        </LinkButton>
      </div>
      {returning && <ReturnDialog response={response} onClose={() => setReturning(false)} />}
    </section>
  )
}
