import type { ReactNode } from 'react'
import { SaveStatus } from '@/components/SaveStatus'
import { LeaveConfirmation } from '@/components/Dialog'
import { Note } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { isUnreachable } from '@/lib/autosave'
import { unreachable as t } from '@/lib/messages/response'
import { KeptNote } from './KeptNote'
import type { OpenPart } from './usePart'
import { PartConflict } from './PartConflict'

const partHeadingId = 'del'

/** Takes the reader to the open part: on a narrow screen it lies below the list. */
export function focusPart(): void {
  document.getElementById(partHeadingId)?.focus()
}

/** The editor of one part: what it is called, whether it is saved, what stands in the way. */
export function PartPane<T>({
  name,
  part,
  words,
  children,
}: {
  name: string
  part: OpenPart<T>
  /** A content as text, for comparing with what somebody else saved. */
  words: (content: T) => string
  children: ReactNode
}) {
  const { state, leaving } = part
  return (
    <section className="in stack" aria-labelledby={partHeadingId}>
      <div className="row far">
        <h2 id={partHeadingId} tabIndex={-1}>
          {name}
        </h2>
        <SaveStatus state={state} />
      </div>
      {state.kind === 'conflict' && <PartConflict part={part} words={words} />}
      {isUnreachable(state) && (
        <Note tone="warn" title={t.title}>
          <p>{t.advice}</p>
        </Note>
      )}
      {state.kind === 'failed' && !isUnreachable(state) && (
        <ProblemNote problem={state.problem} onRetry={() => void part.saveNow()} />
      )}
      {part.offer && <KeptNote offer={part.offer} content={part.content} words={words} />}
      {children}
      {leaving.status === 'blocked' && <LeaveConfirmation onStay={leaving.reset} onLeave={part.leave} />}
    </section>
  )
}
