import { useBlocker } from '@tanstack/react-router'
import { LeaveConfirmation } from './Dialog'

/** Asks before the reader leaves the page, or closes the browser's tab, while `when` holds. */
export function UnsavedChangesGuard({ when }: { when: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: when,
    withResolver: true,
  })
  return status === 'blocked' && <LeaveConfirmation onStay={reset} onLeave={proceed} />
}
