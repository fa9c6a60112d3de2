import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useViewer } from '@/api/session'
import { PageHead } from '@/components/PageHead'
import { Skeleton } from '@/components/Skeleton'
import { TabLinks } from '@/components/TabLinks'
import { administration as t } from '@/lib/messages/organization'

/** The head and the tabs that the administration's pages share. */
export function AdministrationLayout() {
  const { may } = useViewer()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} />
      <TabLinks
        label={t.sections}
        tabs={[
          { label: t.organization, link: { to: '/administration', activeOptions: { exact: true } } },
          { label: t.committees, link: { to: '/administration/namnder' } },
          { label: t.administrations, link: { to: '/administration/forvaltningar' } },
          ...(may('people.read') ? [{ label: t.people, link: { to: '/administration/personer' as const } }] : []),
        ]}
      />
      <div>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </div>
    </>
  )
}
