import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { committeeName, committeesQuery } from '@/api/queries'
import { LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { audits } from '@/lib/messages/audit'
import { registration as t } from '@/lib/messages/registration'
import { answeredAuditQuery } from './api'
import { RegistrationForm } from './RegistrationForm'

const route = getRouteApi('/shell/yttranden/registrera')

/** A response that the committee decided outside the program is registered afterwards. */
export function RegisterDecidedPage() {
  const { granskning, adressat } = route.useSearch()
  const { data: audit } = useSuspenseQuery(answeredAuditQuery(granskning))
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const addressee = audit.addressees.find(({ id }) => id === adressat)
  const { title } = audit.content
  return (
    <>
      <PageHead
        title={t.title(committeeName(committees, addressee?.committeeId ?? ''))}
        sub={title}
        crumbs={[
          { label: audits.title, link: { to: '/granskningar' } },
          { label: title, link: { to: '/granskningar/$id', params: { id: audit.id } } },
        ]}
      />
      {!addressee && <Note tone="bad" title={t.unknownAddressee} />}
      {addressee?.response && (
        <Note
          title={t.exists}
          actions={
            <LinkButton small to="/yttranden/$id" params={{ id: addressee.response.id }}>
              {t.openResponse}
            </LinkButton>
          }
        />
      )}
      {addressee && !addressee.response && <RegistrationForm audit={audit} addressee={addressee} />}
    </>
  )
}
