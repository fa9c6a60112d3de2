import { CheckOutcomeMark } from '@/components/marks'
import { check as t } from '@/lib/messages/check'
import type { Check } from './api'
import { DrawFacts } from './DrawFacts'
import { DrawnRows } from './DrawnRows'

/** What was looked at and found, to read. */
export function CheckRecord({ check }: { check: Check }) {
  const { content, draw } = check
  if (!content) return null
  const figures = [
    [t.population, content.population, content.populationOf],
    [t.sample, content.sample, ''],
    [t.deviating, content.deviating, ''],
  ] as const
  return (
    <>
      <section className="panel in stack">
        <h2>{t.sampleTitle}</h2>
        <dl className="kv">
          {figures.map(([label, figure, of]) => (
            <Fact key={label} label={label} words={figure === null ? '–' : `${figure} ${of}`} />
          ))}
        </dl>
        {draw && (
          <>
            <DrawFacts draw={draw} />
            <DrawnRows draw={draw} results={content.drawn} />
          </>
        )}
      </section>
      <section className="panel in stack">
        <div className="row far">
          <h2>{t.outcomeTitle}</h2>
          {content.outcome && <CheckOutcomeMark standing={content.outcome} />}
        </div>
        <Said label={t.reason} words={content.outcome === 'not_performed' ? content.reason : ''} />
        <Said label={t.seen} words={content.seen} />
        <Said label={t.done} words={content.done} />
      </section>
    </>
  )
}

function Fact({ label, words }: { label: string; words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </>
  )
}

function Said({ label, words }: { label: string; words: string }) {
  if (words === '') return null
  return (
    <div className="stack tight">
      <h3>{label}</h3>
      <p className="words small written">{words}</p>
    </div>
  )
}
