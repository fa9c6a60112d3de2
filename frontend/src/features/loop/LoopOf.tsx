import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'
import { CheckOutcomeMark, ProgressMark, VerdictMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { loop as t } from '@/lib/messages/loop'
import { type LoopItem, type LoopThing, loopQuery } from './api'

/** What a thing is tied to in the loop between recommendations and plans; nothing where there is none. */
export function LoopOf({ thing, id }: { thing: LoopThing; id: string }) {
  const { data } = useQuery(loopQuery(thing, id))
  if (!data || (data.items.length === 0 && thing !== 'assignment')) return null
  const heading = `loop-${id}`
  return (
    <section className="panel in stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{thing === 'assignment' ? t.title : t.backTitle}</h2>
      {data.items.length === 0 && <p className="sub">{t.nothing}</p>}
      <ul className="c stack tight">
        {data.items.map((item) => (
          <li key={item.thing + item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Item({ item }: { item: LoopItem }) {
  return (
    <div className="stack tight">
      <span>
        <Link {...doorOf(item)}>{t.name(item.thing, item.number, item.year)}</Link> {item.title}
      </span>
      <span className="row">
        <Standing item={item} />
        {item.tied === 'cited' && <Pill>{t.cited}</Pill>}
        {item.removed && <Pill>{t.removed}</Pill>}
      </span>
    </div>
  )
}

function Standing({ item: { thing, outcome, outcomeOn, checkId, progress, verdict } }: { item: LoopItem }) {
  switch (thing) {
    case 'control':
      if (outcome === null || checkId === null) return <span className="sub">{t.notChecked}</span>
      return (
        <>
          <CheckOutcomeMark standing={outcome} />
          <Link to="/kontroller/$id" params={{ id: checkId }}>
            {t.checkedOn(outcomeOn ?? '')}
          </Link>
        </>
      )
    case 'action':
    case 'deviation':
      return <ProgressMark progress={progress} />
    case 'assignment':
      return (
        <>
          <ProgressMark progress={progress} />
          {verdict && <VerdictMark verdict={verdict} />}
        </>
      )
    case 'risk':
      return null
  }
}

function doorOf({ thing, id, planId }: LoopItem): LinkProps {
  switch (thing) {
    case 'assignment':
      return { to: '/rekommendationer/$id', params: { id } }
    case 'deviation':
      return { to: '/kontrollavvikelser/$id', params: { id } }
    case 'action':
      return { to: '/verksamhetsplan/$id', params: { id: planId ?? '' } }
    case 'risk':
      return { to: '/internkontroll/$id', params: { id: planId ?? '' }, search: { risk: id } }
    case 'control':
      return { to: '/internkontroll/$id/kontroller', params: { id: planId ?? '' }, search: { kontroll: id } }
  }
}
