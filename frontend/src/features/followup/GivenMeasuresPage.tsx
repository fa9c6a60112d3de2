import { useSuspenseQuery } from '@tanstack/react-query'
import { committeeName, committeesQuery } from '@/api/queries'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { given as t } from '@/lib/messages/followup'
import { givenMeasuresQuery } from './api'
import { GivenMeasureItem } from './GivenMeasureItem'

/** The measures that committees have decided and that are the reader's to see to. */
export function GivenMeasuresPage() {
  const { data } = useSuspenseQuery(givenMeasuresQuery)
  const { data: committees } = useSuspenseQuery(committeesQuery)
  return (
    <>
      <PageHead title={t.title} sub={t.sub} />
      {data.total === 0 ? (
        <section className="panel">
          <EmptyState icon="check" title={t.empty}>
            {t.emptyHelp}
          </EmptyState>
        </section>
      ) : (
        <div className="stack">
          {data.items.map((given) => (
            <GivenMeasureItem
              key={given.measure.id}
              given={given}
              committee={committeeName(committees, given.committeeId)}
            />
          ))}
        </div>
      )}
    </>
  )
}
