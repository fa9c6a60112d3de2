import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { LinkButton } from '@/components/Button'
import { ErrorState } from '@/components/ProblemNote'
import { shell as t } from '@/lib/messages/shell'
import { asProblem } from '@/lib/problem'
import { NotFoundPage } from './NotFoundPage'

/** A page whose data did not come. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary()
  const router = useRouter()
  if (asProblem(error).status === 404) return <NotFoundPage />

  function retry() {
    queries.reset()
    reset()
    void router.invalidate()
  }

  return (
    <ErrorState problem={error} onRetry={retry}>
      <LinkButton look="plain" to="/">
        {t.toStart}
      </LinkButton>
    </ErrorState>
  )
}

/** When not even the shell could be shown. */
export function ShellError(props: ErrorComponentProps) {
  return (
    <main id="main" className="door">
      <PageError {...props} />
    </main>
  )
}
