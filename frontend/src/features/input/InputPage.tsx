import { useSuspenseQuery } from '@tanstack/react-query'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { replying as t } from '@/lib/messages/input'
import { givenInputQuery } from './api'
import { InputQuestion } from './InputQuestion'

/** What others have asked the reader, to be answered by a date. */
export function InputPage() {
  const { data } = useSuspenseQuery(givenInputQuery)
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
            <InputQuestion key={given.id} given={given} />
          ))}
        </div>
      )}
    </>
  )
}
