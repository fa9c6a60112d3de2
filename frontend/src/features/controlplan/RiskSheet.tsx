import type { ReactNode } from 'react'
import { Dialog } from '@/components/Dialog'
import { risks as t } from '@/lib/messages/controlplan'
import type { ControlPlan, Risk, Which } from './api'
import { LevelPill } from './LevelPill'
import { earlierOf } from './matrix'
import { RiskTreatments } from './RiskTreatments'

interface Read {
  plan: ControlPlan
  risk: Risk
}

/** A risk read whole: what it says, how it is valued, what is done about it, and what it is tied to. */
export function RiskSheet({ ties, onClose, ...read }: Read & { ties: ReactNode; onClose: () => void }) {
  const { number, content } = read.risk
  return (
    <Dialog title={`${t.number(number)} ${content.title}`} onClose={onClose}>
      <div className="stack">
        <dl className="kv long">
          <Words {...read} />
          <dt>{t.inherent}</dt>
          <dd>
            <Valued {...read} which="inherent" />
          </dd>
          <dt>{t.current}</dt>
          <dd>
            <Valued {...read} which="current" />
            <Earlier {...read} />
          </dd>
          <dt>{t.target}</dt>
          <dd>
            <Valued {...read} which="target" />
          </dd>
          <dt>{t.treatment}</dt>
          <dd>
            <RiskTreatments risk={read.risk} />
          </dd>
        </dl>
        {ties}
      </div>
    </Dialog>
  )
}

function Words({ plan, risk: { content } }: Read) {
  const category = plan.scale.categories.find(({ code }) => code === content.category)
  return (
    <>
      {category && (
        <>
          <dt>{t.category}</dt>
          <dd>{category.label}</dd>
        </>
      )}
      <dt>{t.cause}</dt>
      <dd className="written">{content.cause || '–'}</dd>
      <dt>{t.consequence}</dt>
      <dd className="written">{content.consequence || '–'}</dd>
    </>
  )
}

function Valued({ plan, risk, which }: Read & { which: Which }) {
  const point = risk.content[which]
  const value = risk[which]
  if (!point || !value) return <LevelPill level={undefined} />
  const likelihood = plan.scale.likelihood[point.likelihood - 1]?.label ?? ''
  const consequence = plan.scale.consequence[point.consequence - 1]?.label ?? ''
  return (
    <>
      <LevelPill level={value.level} /> {t.reckoned(value.value, likelihood, consequence)}
    </>
  )
}

function Earlier({ plan, risk }: Read) {
  const earlier = earlierOf(plan, risk)?.current
  if (!plan.earlier || !earlier) return null
  return <span className="cap blk">{t.earlierValue(plan.earlier.year, earlier.value)}</span>
}
