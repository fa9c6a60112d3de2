import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { formatLongDate, today } from '@/lib/dates'
import { start as t } from '@/lib/messages/start'

export function StartPage() {
  return (
    <>
      <PageHead title={t.title} sub={formatLongDate(today())} />
      <section className="panel">
        <EmptyState icon="check" title={t.nothing}>
          {t.nothingHelp}
        </EmptyState>
      </section>
    </>
  )
}
