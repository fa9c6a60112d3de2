import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { PageHead } from '@/components/PageHead'
import { shell as t } from '@/lib/messages/shell'
import { useChooseOrganization } from './session'

/** For somebody with roles in several organizations, or in none. */
export function ChooseOrganizationPage() {
  const { session } = useViewer()
  const choose = useChooseOrganization()
  if (session.organizations.length === 0) {
    return (
      <>
        <PageHead title={t.noOrganization} />
        <p className="sub">{t.noOrganizationHelp}</p>
      </>
    )
  }
  return (
    <>
      <PageHead title={t.chooseOrganization} sub={t.chooseOrganizationHelp} />
      <ul className="c stack tight">
        {session.organizations.map((organization) => (
          <li key={organization.id}>
            <Button icon="house" onPress={() => void choose(organization.id)}>
              {organization.name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
