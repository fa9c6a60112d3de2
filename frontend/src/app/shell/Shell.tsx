import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { sessionQuery } from '@/api/session'
import { Icon } from '@/components/icons'
import { Skeleton } from '@/components/Skeleton'
import { common } from '@/lib/messages/common'
import { AccountMenu } from './AccountMenu'
import { ChooseOrganizationPage } from './ChooseOrganizationPage'
import { MainNavigation, SettingsNavigation } from './Navigation'
import { PhoneBar } from './PhoneBar'
import { SignedOutDialog } from './SignedOutDialog'

/** What stands around every page: side navigation, or on a phone a bar with a menu. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const main = useFocusOnNewPage()
  return (
    <>
      <a className="skip" href="#main">
        {common.skipToContent}
      </a>
      <div className="shell">
        <aside className="side" aria-label={common.product}>
          <Link to="/" className="brand">
            <Icon name="brand" />
            <span>
              {common.product}
              <small>{session.organization?.name}</small>
            </span>
          </Link>
          <MainNavigation />
          <div className="foot">
            <SettingsNavigation />
            <AccountMenu />
          </div>
        </aside>
        <div>
          <PhoneBar />
          <main id="main" tabIndex={-1} ref={main}>
            {session.organization ? (
              <Suspense fallback={<Skeleton />}>
                <Outlet />
              </Suspense>
            ) : (
              <ChooseOrganizationPage />
            )}
          </main>
        </div>
      </div>
      <SignedOutDialog />
    </>
  )
}

/** Whoever listens or uses the keyboard begins at the new page's content, not where the old link was. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) main.current?.focus({ preventScroll: true })
      }),
    [router],
  )
  return main
}
