import { useSuspenseQuery } from '@tanstack/react-query'
import { useViewer } from '@/api/session'
import { indicators as t } from '@/lib/messages/indicator'
import { indicatorsOfQuery, type IndicatorThing } from './api'
import { IndicatorFigures } from './IndicatorFigures'

/** The indicators that speak of a risk, a control or a recommendation; nothing where none does. */
export function IndicatorsOf({ thing, id }: { thing: IndicatorThing; id: string }) {
  const { may } = useViewer()
  return may('indicator.read') ? <Indicators thing={thing} id={id} /> : null
}

function Indicators({ thing, id }: { thing: IndicatorThing; id: string }) {
  const { data } = useSuspenseQuery(indicatorsOfQuery(thing, id))
  if (data.total === 0) return null
  return (
    <section className="stack" aria-labelledby={`nyckeltal-${id}`}>
      <h2 id={`nyckeltal-${id}`}>{t.title}</h2>
      {data.items.map((indicator) => (
        <article key={indicator.id} className="panel in stack" aria-labelledby={indicator.id}>
          <div>
            <h3 id={indicator.id}>{indicator.content.name}</h3>
            {indicator.content.description && <p className="sub">{indicator.content.description}</p>}
          </div>
          <IndicatorFigures indicator={indicator} />
        </article>
      ))}
    </section>
  )
}
