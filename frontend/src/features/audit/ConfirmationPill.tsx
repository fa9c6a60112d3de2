import { Pill } from '@/components/Note'
import { audit as t } from '@/lib/messages/audit'

/** Whether an auditor has said that the audit is rightly registered. */
export function ConfirmationPill({ isConfirmed }: { isConfirmed: boolean }) {
  return isConfirmed ? (
    <Pill tone="ok" icon="check">
      {t.confirmed}
    </Pill>
  ) : (
    <Pill>{t.unconfirmed}</Pill>
  )
}
