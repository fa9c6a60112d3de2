import { Fragment } from 'react'
import { Dialog } from '@/components/Dialog'
import { controlFields as fields, controls as t } from '@/lib/messages/controls'
import type { Control, ControlPlan } from '../api'
import { linesOf } from './lines'
import { marksOf } from './marks'
import { PeriodsTable } from './PeriodsTable'
import { earlierWords } from './words'

/** A control read whole: what it says, and its checks with their days. */
export function ControlSheet({ plan, control, onClose }: { plan: ControlPlan; control: Control; onClose: () => void }) {
  const marks = marksOf(plan, control)
  return (
    <Dialog title={`${t.number(control.number)} ${control.content.title}`} onClose={onClose}>
      {control.earlier && <p className="sub">{earlierWords(control.earlier)}</p>}
      <dl className="kv">
        {linesOf(plan, control.content, control)
          .filter(({ id, words }) => id !== 'title' && words !== '')
          .map(({ id, label, words }) => (
            <Fragment key={id}>
              <dt>{label}</dt>
              <dd className="written">{words}</dd>
            </Fragment>
          ))}
      </dl>
      <section className="stack tight" aria-labelledby="periods">
        <h3 id="periods">{fields.preview}</h3>
        {marks.length > 0 ? <PeriodsTable marks={marks} year={plan.year} /> : <p className="sub">{fields.onEvent}</p>}
      </section>
    </Dialog>
  )
}
