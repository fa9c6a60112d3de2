import { useViewer } from '@/api/session'
import { PageHead } from '@/components/PageHead'
import { account as t } from '@/lib/messages/identity'
import { OwnSessions } from './OwnSessions'
import { PasswordForm } from './PasswordForm'
import { RemindersForm } from './RemindersForm'

export function AccountPage() {
  const { session } = useViewer()
  return (
    <>
      <PageHead title={t.title} sub={`${session.account.name} · ${session.account.email}`} />
      <div className="stack">
        <RemindersForm />
        <OwnSessions />
        <PasswordForm />
      </div>
    </>
  )
}
