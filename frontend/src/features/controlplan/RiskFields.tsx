import { Ticks } from '@/components/Choices'
import { Note } from '@/components/Note'
import { optionsOf, Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { risks as t } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import type { ControlPlan, RiskContent, Treatment, Which } from './api'
import { LevelPill } from './LevelPill'
import { valueOf } from './matrix'

/** What is typed: a point may be half chosen. */
export interface RiskDraft extends Omit<RiskContent, Which> {
  points: Record<Which, { likelihood: number | null; consequence: number | null }>
}

const nowhere = { likelihood: null, consequence: null }

export function draftOf({ inherent, current, target, ...rest }: RiskContent): RiskDraft {
  return { ...rest, points: { inherent: inherent ?? nowhere, current: current ?? nowhere, target: target ?? nowhere } }
}

/** The content to send; a half chosen point is none. */
export function contentOf({ points, ...rest }: RiskDraft): RiskContent {
  const whole = (which: Which) => {
    const { likelihood, consequence } = points[which]
    return likelihood !== null && consequence !== null ? { likelihood, consequence } : null
  }
  return { ...rest, inherent: whole('inherent'), current: whole('current'), target: whole('target') }
}

export function isHalf({ points }: RiskDraft): boolean {
  return Object.values(points).some(({ likelihood, consequence }) => (likelihood === null) !== (consequence === null))
}

interface Fields {
  plan: ControlPlan
  draft: RiskDraft
  set: (part: Partial<RiskDraft>) => void
}

/** A risk in words, valued on the plan's scale, and what is to be done about it. */
export function RiskFields({ isCommon, ...fields }: Fields & { isCommon: boolean }) {
  return (
    <>
      {isCommon ? (
        <Note title={fields.draft.title}>
          <p>{t.commonWords}</p>
        </Note>
      ) : (
        <Words {...fields} />
      )}
      <fieldset className="field">
        <legend className="label">{t.valuation}</legend>
        <Valued {...fields} which="inherent" help={t.inherentHelp} />
        <Valued {...fields} which="current" help={t.currentHelp} />
        <Valued {...fields} which="target" help={t.targetHelp} />
      </fieldset>
      <Treating {...fields} />
    </>
  )
}

function Words({ plan, draft, set }: Fields) {
  return (
    <>
      <TextArea
        label={t.what}
        name="title"
        help={t.whatHelp}
        rows={2}
        maxLength={500}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <Select
        label={t.category}
        name="category"
        optional
        value={draft.category || null}
        onChange={(category) => set({ category })}
        placeholder={t.noCategory}
        options={plan.scale.categories.map(({ code, label }) => ({ id: code, label }))}
      />
      <TextArea
        label={t.cause}
        name="cause"
        optional
        rows={2}
        maxLength={4000}
        value={draft.cause}
        onChange={(cause) => set({ cause })}
      />
      <TextArea
        label={t.consequence}
        name="consequence"
        optional
        rows={2}
        maxLength={4000}
        value={draft.consequence}
        onChange={(consequence) => set({ consequence })}
      />
    </>
  )
}

const none = '0'

function Valued({ plan, draft, set, which, help }: Fields & { which: Which; help: string }) {
  const { likelihood, consequence } = draft.points[which]
  const choose = (part: Partial<RiskDraft['points'][Which]>) =>
    set({ points: { ...draft.points, [which]: { ...draft.points[which], ...part } } })
  return (
    <div className="form" data-field={which}>
      <Select
        label={t.likelihoodOf(t[which])}
        width={3}
        optional
        help={help}
        value={idOf(likelihood)}
        onChange={(id) => choose({ likelihood: stepOf(id) })}
        options={steps(plan.scale.likelihood)}
      />
      <Select
        label={t.consequenceOf(t[which])}
        width={3}
        optional
        help={likelihood !== null && consequence !== null && <Reached {...{ plan, likelihood, consequence }} />}
        value={idOf(consequence)}
        onChange={(id) => choose({ consequence: stepOf(id) })}
        options={steps(plan.scale.consequence)}
      />
    </div>
  )
}

function Reached({ plan, likelihood, consequence }: { plan: ControlPlan; likelihood: number; consequence: number }) {
  const { level, value } = valueOf(plan.scale, { likelihood, consequence })
  return (
    <>
      <LevelPill level={level} /> {value}
    </>
  )
}

function steps(of: readonly { label: string; description: string }[]) {
  const chosen = of.map(({ label, description }, step) => ({
    id: String(step + 1),
    label: `${step + 1} ${label}`,
    detail: description,
  }))
  return [{ id: none, label: t.notYet }, ...chosen]
}

function idOf(step: number | null): string {
  return step === null ? none : String(step)
}

function stepOf(id: string): number | null {
  return id === none ? null : Number(id)
}

function Treating({ draft: { treatments }, set }: Fields) {
  const reasonOf = (id: string) => treatments.find(({ treatment }) => treatment === id)?.reason ?? ''
  return (
    <>
      <Ticks
        label={t.treatments}
        name="treatments"
        help={t.treatmentsHelp}
        optional
        value={treatments.map(({ treatment }) => treatment)}
        onChange={(ids) => set({ treatments: ids.map((id) => ({ treatment: id as Treatment, reason: reasonOf(id) })) })}
        options={optionsOf(values.treatment)}
      />
      {treatments.map(({ treatment, reason }, place) => (
        <TextField
          key={treatment}
          label={t.reasonOf(values.treatment[treatment])}
          name={`treatments/${place}/reason`}
          optional={treatment !== 'accept' && treatment !== 'handled_elsewhere'}
          width={6}
          maxLength={2000}
          value={reason}
          onChange={(written) =>
            set({
              treatments: treatments.map((one) => (one.treatment === treatment ? { treatment, reason: written } : one)),
            })
          }
        />
      ))}
    </>
  )
}
