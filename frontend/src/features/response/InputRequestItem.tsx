import { useMutation } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { DueDate } from '@/components/marks'
import { ProblemNote } from '@/components/ProblemNote'
import { formatInstant } from '@/lib/dates'
import { asking as t } from '@/lib/messages/input'
import { asProblem } from '@/lib/problem'
import type { InputRequest } from './api'

/** One question, to whom, by when, and the reply. */
export function InputRequestItem({
  request,
  takeInAct,
  onTakeIn,
  onWithdraw,
}: {
  request: InputRequest
  takeInAct: string
  onTakeIn: () => Promise<void>
  onWithdraw: () => void
}) {
  const { person, question, due, reply, repliedAt, takenInAt } = request
  const { mutate, isPending, error } = useMutation({ mutationFn: onTakeIn })
  return (
    <li className="stack tight">
      <div>
        <p className="written">{question}</p>
        <p className="cap">
          {`${person.name} · ${t.due.toLowerCase()} `}
          <DueDate date={due} settled={reply !== null} />
          {reply === null && ` · ${t.unanswered}`}
        </p>
      </div>
      {reply !== null && (
        <div>
          <p className="words small said written">{reply}</p>
          <p className="cap">
            {[repliedAt && t.answered(person.name, formatInstant(repliedAt)), takenInAt && t.takenIn]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      {error && <ProblemNote problem={asProblem(error)} onRetry={() => mutate()} />}
      <div className="row">
        {reply !== null && takenInAt === null && (
          <Button
            small
            isPending={isPending}
            aria-label={t.takeInLabel(takeInAct, person.name)}
            onPress={() => mutate()}
          >
            {takeInAct}
          </Button>
        )}
        {reply === null && (
          <Button small look="no" aria-label={t.withdrawLabel(person.name)} onPress={onWithdraw}>
            {t.withdraw}
          </Button>
        )}
      </div>
    </li>
  )
}
