import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Form, FormActions } from '@/components/Form'
import { checkMarks } from '@/components/marks'
import { Note, Pill } from '@/components/Note'
import { NumberField } from '@/components/NumberField'
import { TextArea, TextField } from '@/components/TextField'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { check as t, drawing } from '@/lib/messages/check'
import { values } from '@/lib/messages/values'
import type { Check, CheckContent, CheckOutcome } from './api'
import { DrawDialog, type List } from './DrawDialog'
import { DrawFacts } from './DrawFacts'
import { DrawnRows } from './DrawnRows'
import { deviatingIn, suggestionOf } from './suggestion'
import { type CheckWork, useCheckWork } from './useCheckWork'

const outcomes = (['no_deviation', 'minor_deviation', 'major_deviation', 'not_performed'] as const).map((id) => ({
  id,
  label: values.checkOutcome[id],
  icon: checkMarks[id].icon,
}))

/** The check as it is performed: the sample, what was found, the person's own decision. */
export function CheckForm({
  check,
  written,
  onCompleted,
}: {
  check: Check
  written: CheckContent
  onCompleted: (after: Check) => void
}) {
  const work = useCheckWork(check, written, onCompleted)
  const [drawing, setDrawing] = useState(false)
  const [list, setList] = useState<List>()
  return (
    <>
      <Form problem={work.problem} onSubmit={work.complete} onConflict={work.onConflict}>
        <Sample check={check} work={work} onDraw={() => setDrawing(true)} />
        <Outcome check={check} work={work} />
        <FormActions>
          <Button look="plain" isPending={work.pending === 'save'} isDisabled={!work.dirty} onPress={work.save}>
            {t.saveDraft}
          </Button>
          <Button look="go" type="submit" isPending={work.pending === 'complete'}>
            {t.complete}
          </Button>
        </FormActions>
      </Form>
      {drawing && (
        <DrawDialog check={check} list={list} onList={setList} draw={work.draw} onClose={() => setDrawing(false)} />
      )}
      <UnsavedChangesGuard when={work.dirty} />
    </>
  )
}

function Sample({ check, work: { content, set }, onDraw }: { check: Check; work: CheckWork; onDraw: () => void }) {
  const { sampleSize } = check.control
  return (
    <section className="panel in stack">
      <div className="row far">
        <h2>{t.sampleTitle}</h2>
        {check.draw && (
          <Pill tone="ok" icon="check">
            {t.drawn}
          </Pill>
        )}
      </div>
      <div className="form">
        <NumberField
          label={t.population}
          name="population"
          optional
          min={0}
          value={content.population}
          onChange={(population) => set({ population })}
        />
        <TextField
          label={t.populationOf}
          name="populationOf"
          help={t.populationOfHelp}
          optional
          maxLength={200}
          value={content.populationOf}
          onChange={(populationOf) => set({ populationOf })}
        />
        <NumberField
          label={t.sample}
          name="sample"
          help={sampleSize === null ? undefined : t.atLeast(sampleSize)}
          optional
          min={0}
          value={content.sample}
          onChange={(sample) => set({ sample })}
        />
      </div>
      <div className="row">
        <Button onPress={onDraw}>{check.draw ? drawing.again : drawing.draw}</Button>
      </div>
      {check.draw && (
        <>
          <DrawFacts draw={check.draw} />
          <DrawnRows
            draw={check.draw}
            results={content.drawn}
            onChange={(drawn) => set({ drawn, deviating: deviatingIn(drawn) ?? content.deviating })}
          />
        </>
      )}
    </section>
  )
}

function Outcome({ check, work: { content, set, on, setOn } }: { check: Check; work: CheckWork }) {
  const suggested = suggestionOf(content.sample, content.deviating, check.minorLimit)
  return (
    <section className="panel in stack">
      <h2>{t.outcomeTitle}</h2>
      <div className="form">
        <NumberField
          label={t.deviating}
          name="deviating"
          optional
          min={0}
          help={
            content.sample && content.deviating !== null ? t.ofSample(content.deviating, content.sample) : undefined
          }
          value={content.deviating}
          onChange={(deviating) => set({ deviating })}
        />
        {suggested && (
          <div className="w4">
            <Note title={t.suggestion(values.checkOutcome[suggested])}>
              <p>{t.limits(check.minorLimit)}</p>
            </Note>
          </div>
        )}
      </div>
      <Choices<CheckOutcome>
        label={t.decision}
        name="outcome"
        value={content.outcome}
        onChange={(outcome) => set({ outcome })}
        options={outcomes}
      />
      {content.outcome === 'not_performed' && (
        <TextArea
          label={t.reason}
          name="reason"
          rows={3}
          maxLength={4000}
          value={content.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      <TextArea
        label={t.seen}
        name="seen"
        optional
        maxLength={10000}
        value={content.seen}
        onChange={(seen) => set({ seen })}
      />
      <TextArea
        label={t.done}
        name="done"
        help={t.deviationHelp}
        optional
        rows={2}
        maxLength={10000}
        value={content.done}
        onChange={(done) => set({ done })}
      />
      <div className="form">
        <DateField label={t.on} name="on" value={on} onChange={setOn} />
      </div>
    </section>
  )
}
