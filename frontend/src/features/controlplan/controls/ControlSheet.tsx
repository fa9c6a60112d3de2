import { Fragment, type ReactNode, useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { addingCheck as adding, controlFields as fields, controls as t } from '@/lib/messages/controls'
import type { Control, ControlPlan } from '../api'
import { AddCheckDialog } from './AddCheckDialog'
import { linesOf } from './lines'
import { marksOf } from './marks'
import { PeriodsTable } from './PeriodsTable'
import { earlierWords } from './words'

/** A control read whole: what it says, and its checks with their days. */
export function ControlSheet({
  plan,
  control,
  ties,
  onClose,
}: {
  plan: ControlPlan
  control: Control
  /** What it is tied to, of other capabilities. */
  ties: ReactNode
  onClose: () => void
}) {
  const { may } = useViewer()
  const [isAdding, setAdding] = useState(false)
  const marks = marksOf(plan, control)
  const mayAdd = plan.state === 'adopted' && !control.removed && may('check.perform', plan.committeeId)
  if (isAdding) return <AddCheckDialog control={control} onClose={() => setAdding(false)} />
  return (
    <Dialog title={`${t.number(control.number)} ${control.content.title}`} onClose={onClose}>
      {control.earlier && <p className="sub">{earlierWords(control.earlier)}</p>}
      <dl className="kv long">
        {linesOf(plan, control.content, control)
          .filter(({ id, words }) => id !== 'title' && words !== '')
          .map(({ id, label, words }) => (
            <Fragment key={id}>
              <dt>{label}</dt>
              <dd className="written">{words}</dd>
            </Fragment>
          ))}
      </dl>
      {mayAdd && (
        <p>
          <Button icon="plus" onPress={() => setAdding(true)}>
            {adding.add}
          </Button>
        </p>
      )}
      <section className="stack tight" aria-labelledby="periods">
        <h3 id="periods">{fields.preview}</h3>
        {marks.length > 0 ? <PeriodsTable marks={marks} year={plan.year} /> : <p className="sub">{fields.onEvent}</p>}
      </section>
      {ties}
    </Dialog>
  )
}
