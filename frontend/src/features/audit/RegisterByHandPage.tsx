import { LinkButton } from '@/components/Button'
import { PageHead } from '@/components/PageHead'
import { audits, editor as t } from '@/lib/messages/audit'
import { common } from '@/lib/messages/common'
import { reading } from '@/lib/messages/reading'
import { emptyDraft } from './draft/draft'
import { RegisterForm } from './RegisterForm'

/** An audit written in by hand. */
export function RegisterByHandPage() {
  return (
    <>
      <PageHead
        title={t.handTitle}
        crumbs={[
          { label: audits.title, link: { to: '/granskningar' } },
          { label: reading.title, link: { to: '/granskningar/ny' } },
        ]}
      />
      <RegisterForm
        begun={emptyDraft}
        isKept={false}
        actions={
          <LinkButton look="plain" to="/granskningar">
            {common.cancel}
          </LinkButton>
        }
      />
    </>
  )
}
