import { LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { shell as t } from '@/lib/messages/shell'

/** An address that leads nowhere, or to what one may not see: the two look the same. */
export function NotFoundPage() {
  return (
    <>
      <PageHead title={t.notFoundTitle} />
      <section className="panel">
        <EmptyState icon="search" title={t.notFoundCheck} actions={<LinkButton to="/">{t.toStart}</LinkButton>}>
          {t.notFoundAdvice}
        </EmptyState>
      </section>
    </>
  )
}
