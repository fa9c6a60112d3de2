import { useState } from 'react'
import { Button } from '@/components/Button'
import { judging, reporting } from '@/lib/messages/followup'
import type { Assignment } from './api'
import { ProgressDialog } from './ProgressDialog'
import { VerdictDialog } from './VerdictDialog'

/** What the reader may say of the recommendation: the committee its progress, the auditors their verdict. */
export function AssignmentActions({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState<'report' | 'judge'>()
  const { may } = assignment
  const judges = may.includes('give_verdict')
  const close = () => setOpen(undefined)
  return (
    <>
      {may.includes('report') && (
        <Button look="go" onPress={() => setOpen('report')}>
          {reporting.act}
        </Button>
      )}
      {(judges || may.includes('propose_verdict')) && (
        <Button look="go" onPress={() => setOpen('judge')}>
          {judges ? judging.give : judging.propose}
        </Button>
      )}
      {open === 'report' && <ProgressDialog assignment={assignment} onClose={close} />}
      {open === 'judge' && <VerdictDialog assignment={assignment} judges={judges} onClose={close} />}
    </>
  )
}
