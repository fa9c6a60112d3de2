import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { VerdictMark } from '@/components/marks'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { judging as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import { type Assignment, confirmVerdict, type GivenVerdict, useChanged, withdrawVerdict } from './api'

/** The advisers' proposals, for an auditor to confirm or turn down and for their makers to take back. */
export function Proposals({ assignment: { verdicts, may } }: { assignment: Assignment }) {
  const proposals = verdicts.filter(({ confirmedAt }) => confirmedAt === null)
  if (proposals.length === 0) return null
  return (
    <section aria-labelledby="proposals">
      <div className="head">
        <h2 id="proposals">{t.proposals}</h2>
        <span className="cap">{t.seenBy}</span>
      </div>
      <ul className="panel list">
        {proposals.map((verdict) => (
          <Proposal key={verdict.id} verdict={verdict} mayDecide={may.includes('give_verdict')} />
        ))}
      </ul>
    </section>
  )
}

function Proposal({ verdict, mayDecide }: { verdict: GivenVerdict; mayDecide: boolean }) {
  const { session } = useViewer()
  const { by, comment, on } = verdict
  return (
    <li className="stack tight">
      <VerdictMark verdict={verdict.verdict} />
      {comment && <p className="words small written">{comment}</p>}
      <p className="cap">{t.proposedBy(on, by.name)}</p>
      {mayDecide ? <Decision verdict={verdict} /> : by.id === session.account.id && <Withdrawal verdict={verdict} />}
    </li>
  )
}

function Decision({ verdict }: { verdict: GivenVerdict }) {
  const changed = useChanged()
  const [turning, setTurning] = useState(false)
  const word = values.verdict[verdict.verdict].toLowerCase()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => confirmVerdict(verdict.id),
    onSuccess: async (assignment) => {
      showToast({ tone: 'ok', title: t.confirmed })
      await changed(assignment)
    },
  })
  return (
    <>
      <div className="row">
        <Button small isPending={isPending} aria-label={t.confirmLabel(word, verdict.by.name)} onPress={() => mutate()}>
          {t.confirm}
        </Button>
        <Button small look="plain" aria-label={t.turnDownLabel(word, verdict.by.name)} onPress={() => setTurning(true)}>
          {t.turnDown}
        </Button>
      </div>
      {error && <ProblemNote problem={error} />}
      {turning && (
        <Removal
          verdict={verdict}
          title={t.turnDownTitle}
          confirm={t.turnDownConfirm}
          done={t.turnedDown}
          onClose={() => setTurning(false)}
        />
      )}
    </>
  )
}

function Withdrawal({ verdict }: { verdict: GivenVerdict }) {
  const [asking, setAsking] = useState(false)
  return (
    <div>
      <Button small look="plain" onPress={() => setAsking(true)}>
        {t.withdraw}
      </Button>
      {asking && (
        <Removal
          verdict={verdict}
          title={t.withdrawTitle}
          confirm={t.withdrawConfirm}
          done={t.withdrawn}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function Removal({
  verdict,
  title,
  confirm,
  done,
  onClose,
}: {
  verdict: GivenVerdict
  title: string
  confirm: string
  done: string
  onClose: () => void
}) {
  const changed = useChanged()
  async function remove() {
    const assignment = await withdrawVerdict(verdict.id)
    showToast({ tone: 'ok', title: done })
    onClose()
    await changed(assignment)
  }
  return (
    <ConfirmDialog title={title} confirm={confirm} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.turnDownHelp}</p>
    </ConfirmDialog>
  )
}
