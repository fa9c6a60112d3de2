import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { scale as t } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import { type RiskScaleContent, riskScaleQuery, updateRiskScale } from './api'
import { categoriesFrom, resized, wordsOf } from './scale'

/** How risks are valued in the organization. */
export function RiskScalePage() {
  const { data: scale } = useSuspenseQuery(riskScaleQuery)
  const queryClient = useQueryClient()
  const editing = useEditing<RiskScaleContent>({
    thing: scale,
    save: updateRiskScale,
    reread: () => queryClient.fetchQuery({ ...riskScaleQuery, staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      void queryClient.invalidateQueries({ queryKey: riskScaleQuery.queryKey })
    },
  })
  const isReadOnly = !scale.may.includes('edit')
  const fields = { content: editing.content, set: editing.set, isReadOnly }
  return (
    <>
      <PageHead title={t.tab} sub={isReadOnly ? t.readOnly : t.sub} />
      <div className="stack">
        {scale.version === 0 && (
          <Note title={t.notSet}>
            <p>{t.notSetHelp}</p>
          </Note>
        )}
        <div className="panel in">
          <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
            <Axis {...fields} axis="likelihood" />
            <Axis {...fields} axis="consequence" />
            <Levels {...fields} />
            <TextArea
              label={t.categories}
              name="categories"
              help={t.categoriesHelp}
              rows={8}
              value={wordsOf(editing.content.categories)}
              onChange={(words) => editing.set({ categories: categoriesFrom(words, editing.content.categories) })}
              isReadOnly={isReadOnly}
            />
            {!isReadOnly && (
              <div className="row">
                <Button look="go" type="submit" isPending={editing.pending}>
                  {common.save}
                </Button>
              </div>
            )}
          </Form>
        </div>
      </div>
      <UnsavedChangesGuard when={editing.dirty} />
    </>
  )
}

interface Fields {
  content: RiskScaleContent
  set: (part: Partial<RiskScaleContent>) => void
  isReadOnly: boolean
}

function Axis({ content, set, isReadOnly, axis }: Fields & { axis: 'likelihood' | 'consequence' }) {
  const steps = content[axis]
  const change = (place: number, part: Partial<(typeof steps)[number]>) =>
    set({ [axis]: steps.map((step, at) => (at === place ? { ...step, ...part } : step)) })
  return (
    <fieldset className="field" data-field={axis}>
      <legend className="label">{t[axis]}</legend>
      <Choices
        label={t.steps}
        value={String(steps.length)}
        onChange={(count) => set({ [axis]: resized(steps, Number(count), t.newStep) })}
        options={[
          { id: '4', label: t.four },
          { id: '5', label: t.five },
        ]}
        isDisabled={isReadOnly}
      />
      {steps.map((step, place) => (
        <div className="form" key={place}>
          <TextField
            label={t.label(t[axis], place + 1)}
            name={`${axis}/${place}/label`}
            value={step.label}
            onChange={(label) => change(place, { label })}
            maxLength={60}
            isReadOnly={isReadOnly}
          />
          <TextField
            label={t.meaning(t[axis], place + 1)}
            name={`${axis}/${place}/description`}
            width={4}
            optional
            help={place === 0 && t.meaningHelp}
            value={step.description}
            onChange={(description) => change(place, { description })}
            maxLength={500}
            isReadOnly={isReadOnly}
          />
        </div>
      ))}
    </fieldset>
  )
}

const bounded = ['medium', 'high', 'critical'] as const

function Levels({ content, set, isReadOnly }: Fields) {
  const highest = content.likelihood.length * content.consequence.length
  const reachable = Array.from({ length: highest - 1 }, (_, place) => String(place + 2))
  return (
    <fieldset className="field" data-field="levels">
      <legend className="label">{t.levels}</legend>
      <p className="help">{t.levelsHelp}</p>
      <div className="form">
        {bounded.map((level) => (
          <Select
            key={level}
            label={t.from(values.riskLevel[level])}
            name={`levels/${level}`}
            value={String(content.levels[level])}
            onChange={(value) => set({ levels: { ...content.levels, [level]: Number(value) } })}
            options={reachable.map((id) => ({ id, label: id }))}
            isDisabled={isReadOnly}
          />
        ))}
      </div>
    </fieldset>
  )
}
