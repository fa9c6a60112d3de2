import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Icon } from '@/components/icons'
import { common } from '@/lib/messages/common'
import { signIn as t } from '@/lib/messages/identity'
import { SignInForm } from './SignInForm'

const route = getRouteApi('/logga-in')

export function SignInPage() {
  const { till = '/' } = route.useSearch()
  const router = useRouter()
  useEffect(() => {
    document.title = `${t.title} – ${common.product}`
  }, [])
  return (
    <main id="main" className="door">
      <div className="brand">
        <Icon name="brand" />
        {common.product}
      </div>
      <section className="panel in stack">
        <div>
          <h1>{t.title}</h1>
          <p className="sub">{t.lead}</p>
        </div>
        <SignInForm onSignedIn={() => router.history.push(till)} />
      </section>
    </main>
  )
}
