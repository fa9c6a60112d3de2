import { Outlet } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { TabLinks } from '@/components/TabLinks'
import { scale } from '@/lib/messages/controlplan'
import { template } from '@/lib/messages/memorandum'
import { mail } from '@/lib/messages/notice'
import { administration as t } from '@/lib/messages/organization'

/** The tabs that the administration's pages share; each page has its own head. */
export function AdministrationLayout() {
  const { may } = useViewer()
  return (
    <>
      <TabLinks
        label={t.sections}
        tabs={[
          { label: t.organization, link: { to: '/administration', activeOptions: { exact: true } } },
          { label: t.committees, link: { to: '/administration/namnder' } },
          { label: t.administrations, link: { to: '/administration/forvaltningar' } },
          { label: template.tab, link: { to: '/administration/tjansteskrivelse' } },
          { label: scale.tab, link: { to: '/administration/riskskala' } },
          ...(may('people.read') ? [{ label: t.people, link: { to: '/administration/personer' as const } }] : []),
          ...(may('mail.follow') ? [{ label: mail.tab, link: { to: '/administration/utskick' as const } }] : []),
        ]}
      />
      <div>
        <Outlet />
      </div>
    </>
  )
}
