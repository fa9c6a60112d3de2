import { LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { refused as t, responses } from '@/lib/messages/response'

/** What is not decided is read by its committee alone. */
export function DraftRefusedPage() {
  return (
    <>
      <PageHead title={t.title} crumbs={[{ label: responses.title, link: { to: '/yttranden' } }]} />
      <div className="panel">
        <EmptyState
          icon="lock"
          title={t.heading}
          actions={
            <LinkButton look="go" to="/yttranden">
              {t.toList}
            </LinkButton>
          }
        >
          {t.advice}
        </EmptyState>
      </div>
    </>
  )
}
