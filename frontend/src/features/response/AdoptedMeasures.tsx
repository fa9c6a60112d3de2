import { useState } from 'react'
import { Button } from '@/components/Button'
import { Pill } from '@/components/Note'
import { deciding, measures as t } from '@/lib/messages/response'
import { type AdoptedMeasure, type MeasureChange, measureChanges } from './adoption'
import { EditMeasureDialog, NewMeasureDialog } from './MeasureDialogs'
import { MeasureTable } from './MeasureTable'

const changeWords: Record<MeasureChange['change'], string> = {
  added: deciding.measureAdded,
  removed: deciding.measureRemoved,
  changed: deciding.measureChanged,
}

/** An answer's measures as the committee adopted them. Nothing is sent before the decision is. */
export function AdoptedMeasures({
  caption,
  proposed,
  measures,
  onChange,
}: {
  caption: string
  proposed: readonly AdoptedMeasure[]
  measures: readonly AdoptedMeasure[]
  onChange: (measures: AdoptedMeasure[]) => void
}) {
  const [open, setOpen] = useState<AdoptedMeasure | 'new'>()
  const close = () => setOpen(undefined)
  const changes = measureChanges(proposed, measures)
  return (
    <div className="stack tight">
      <div className="row far">
        <h4>{t.title}</h4>
        <Button small look="plain" icon="plus" onPress={() => setOpen('new')}>
          {t.add}
        </Button>
      </div>
      <MeasureTable
        caption={t.caption(caption)}
        measures={measures}
        onEdit={setOpen}
        onRemove={(removed) => onChange(measures.filter(({ id }) => id !== removed.id))}
      />
      {changes.length > 0 && (
        <ul className="c stack tight sub">
          {changes.map(({ change, measure }) => (
            <li key={measure.id}>
              <Pill tone="warn">{changeWords[change]}</Pill> {measure.content.what}
            </li>
          ))}
        </ul>
      )}
      {open === 'new' && (
        <NewMeasureDialog
          save={(id, content) => Promise.resolve(onChange([...measures, { id, content }]))}
          onClose={close}
        />
      )}
      {open && open !== 'new' && (
        <EditMeasureDialog
          measure={{ version: 0, content: open.content }}
          save={(content) => Promise.resolve({ version: 0, content })}
          reread={() => Promise.resolve({ version: 0, content: open.content })}
          onSaved={({ content }) =>
            onChange(measures.map((measure) => (measure.id === open.id ? { ...measure, content } : measure)))
          }
          onClose={close}
        />
      )}
    </div>
  )
}
