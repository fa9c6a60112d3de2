import { useSuspenseQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '@/api/queries'
import { Ticks } from '@/components/Choices'
import { NumberField } from '@/components/NumberField'
import { RecommendationsField } from '@/components/RecommendationsField'
import { ComboBox, optionsOf, Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { months } from '@/lib/messages/common'
import { risks as riskWords } from '@/lib/messages/controlplan'
import { controlFields as t } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import type { ControlContent, ControlPlan, Frequency } from '../api'
import { PeriodsTable } from './PeriodsTable'
import { firstMonths, hasPeriods, occurrencesOf, usualSchedule } from './schedule'

export const emptyControl: ControlContent = {
  area: '',
  title: '',
  what: '',
  method: '',
  ...usualSchedule('quarterly'),
  sampleSize: null,
  function: '',
  personId: null,
  riskIds: [],
  recommendationIds: [],
}

interface Fields {
  plan: ControlPlan
  content: ControlContent
  set: (part: Partial<ControlContent>) => void
  /** Where the content stands in what is sent, for the faults to find their fields. */
  at?: string
}

/** A control in words, who sees to it, when, and what it answers to. */
export function ControlFields(fields: Fields) {
  const { plan, content, set, at = '' } = fields
  return (
    <>
      <Words {...fields} />
      <Who {...fields} />
      <When {...fields} />
      {plan.risks.length > 0 && (
        <Ticks
          label={t.risks}
          name={`${at}riskIds`}
          optional
          value={content.riskIds}
          onChange={(riskIds) => set({ riskIds })}
          options={plan.risks.map(({ id, number, content: { title } }) => ({
            id,
            label: `${riskWords.number(number)} ${title}`,
          }))}
        />
      )}
      <RecommendationsField
        committeeId={plan.committeeId}
        name={`${at}recommendationIds`}
        value={content.recommendationIds}
        onChange={(recommendationIds) => set({ recommendationIds })}
      />
    </>
  )
}

function Words({ content, set, at = '' }: Fields) {
  return (
    <>
      <TextField
        label={t.title}
        name={`${at}title`}
        help={t.titleHelp}
        maxLength={300}
        value={content.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={t.area}
        name={`${at}area`}
        help={t.areaHelp}
        optional
        maxLength={200}
        value={content.area}
        onChange={(area) => set({ area })}
      />
      <TextArea
        label={t.what}
        name={`${at}what`}
        optional
        rows={2}
        maxLength={4000}
        value={content.what}
        onChange={(what) => set({ what })}
      />
      <TextArea
        label={t.method}
        name={`${at}method`}
        help={t.methodHelp}
        optional
        rows={2}
        maxLength={4000}
        value={content.method}
        onChange={(method) => set({ method })}
      />
      <NumberField
        label={t.sampleSize}
        name={`${at}sampleSize`}
        optional
        min={1}
        max={100000}
        value={content.sampleSize}
        onChange={(sampleSize) => set({ sampleSize })}
      />
    </>
  )
}

function Who({ content, set, at = '' }: Fields) {
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery)
  return (
    <>
      <TextField
        label={t.function}
        name={`${at}function`}
        help={t.functionHelp}
        optional
        maxLength={200}
        value={content.function}
        onChange={(value) => set({ function: value })}
      />
      <ComboBox
        label={t.person}
        name={`${at}personId`}
        help={t.personHelp}
        optional
        value={content.personId}
        onChange={(personId) => set({ personId })}
        options={colleagues}
      />
    </>
  )
}

function When({ plan, content, set, at = '' }: Fields) {
  const { frequency } = content
  return (
    <fieldset className="field">
      <legend className="label">{t.when}</legend>
      <div className="stack">
        <Select<Frequency>
          label={t.frequency}
          name={`${at}frequency`}
          value={frequency}
          onChange={(chosen) => set(usualSchedule(chosen))}
          options={optionsOf(values.frequency)}
        />
        {firstMonths(frequency).length > 1 && <FirstMonth {...{ plan, content, set, at }} />}
        {hasPeriods(frequency) ? (
          <>
            <Offsets {...{ plan, content, set, at }} />
            <div className="stack tight">
              <h3 className="label">{t.preview}</h3>
              <PeriodsTable year={plan.year} marks={occurrencesOf(content, plan.year).map(asMark)} />
              <p className="help">{t.previewHelp}</p>
            </div>
          </>
        ) : (
          <p className="help">{t.onEvent}</p>
        )}
      </div>
    </fieldset>
  )
}

function FirstMonth({ content: { frequency, firstMonth }, set, at = '' }: Fields) {
  return (
    <Select
      label={t.firstMonth[frequency as keyof typeof t.firstMonth]}
      name={`${at}firstMonth`}
      value={String(firstMonth)}
      onChange={(month) => set({ firstMonth: Number(month) })}
      options={firstMonths(frequency).map((month) => ({ id: String(month), label: months[month - 1] ?? '' }))}
    />
  )
}

const furthest = 180

function Offsets({ content, set, at = '' }: Fields) {
  return (
    <>
      <NumberField
        label={t.plannedOffset}
        name={`${at}plannedOffset`}
        help={t.offsetHelp}
        min={-furthest}
        max={furthest}
        value={content.plannedOffset}
        onChange={(days) => set({ plannedOffset: days ?? 0 })}
      />
      <NumberField
        label={t.lastOffset}
        name={`${at}lastOffset`}
        min={-furthest}
        max={furthest}
        value={content.lastOffset}
        onChange={(days) => set({ lastOffset: days ?? 0 })}
      />
    </>
  )
}

function asMark(occurrence: ReturnType<typeof occurrencesOf>[number]) {
  return { ...occurrence, id: null, standing: 'planned' as const }
}
