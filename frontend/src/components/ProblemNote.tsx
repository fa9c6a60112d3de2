import type { ReactNode } from 'react'
import { common } from '@/lib/messages/common'
import { asProblem } from '@/lib/problem'
import { Button } from './Button'
import { Icon } from './icons'
import { Note } from './Note'

/** A failed call, beside what it was about: what is wrong, what to do, the code small. */
export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { words, code } = asProblem(problem)
  return (
    <Note
      tone="bad"
      title={words.title}
      appears
      actions={
        onRetry && (
          <Button small onPress={onRetry}>
            {common.retry}
          </Button>
        )
      }
    >
      <p>{words.advice}</p>
      <p className="cap">{common.errorCode(code)}</p>
    </Note>
  )
}

/** A page that could not be shown. */
export function ErrorState({
  problem,
  onRetry,
  children,
}: {
  problem: unknown
  onRetry?: () => void
  children?: ReactNode
}) {
  const { words, code } = asProblem(problem)
  return (
    <section className="panel" role="alert">
      <div className="empty">
        <Icon name="warn" />
        <h1>{words.title}</h1>
        <p className="sub">{words.advice}</p>
        <div className="row">
          {onRetry && <Button onPress={onRetry}>{common.retry}</Button>}
          {children}
        </div>
        <p className="cap">{common.errorCode(code)}</p>
      </div>
    </section>
  )
}
