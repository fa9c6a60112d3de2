import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton } from '@/components/Button'
import { ComboBox } from '@/components/Select'
import { RecommendationsField } from '@/components/RecommendationsField'
import { indicators as t } from '@/lib/messages/indicator'
import { type Indicator, type IndicatorSubject, planThingsQuery } from './api'

/** The risks, controls and recommendations that an indicator speaks of. */
export function SubjectsField({
  committeeId,
  named,
  value,
  onChange,
}: {
  committeeId: string
  /** Those that it speaks of already, by name. */
  named: Indicator['subjectNames']
  value: readonly IndicatorSubject[]
  onChange: (subjects: IndicatorSubject[]) => void
}) {
  const recommendations = value.filter(({ thing }) => thing === 'recommendation')
  const others = value.filter(({ thing }) => thing !== 'recommendation')
  return (
    <>
      <RecommendationsField
        committeeId={committeeId}
        name="subjects"
        value={recommendations.map(({ id }) => id)}
        onChange={(ids) => onChange([...others, ...ids.map((id) => ({ thing: 'recommendation' as const, id }))])}
      />
      <PlanThings
        committeeId={committeeId}
        named={named}
        value={others}
        onChange={(subjects) => onChange([...recommendations, ...subjects])}
      />
    </>
  )
}

function PlanThings({
  committeeId,
  named,
  value,
  onChange,
}: {
  committeeId: string
  named: Indicator['subjectNames']
  value: readonly IndicatorSubject[]
  onChange: (subjects: IndicatorSubject[]) => void
}) {
  const { data: plans } = useSuspenseQuery(planThingsQuery(committeeId))
  const [round, setRound] = useState(0)
  const options = plans.flatMap(({ year, risks, controls }) => [
    ...risks.map(({ id, number, content }) => ({
      thing: 'risk' as const,
      id,
      label: t.risk(number, content.title),
      detail: t.inPlan(year),
    })),
    ...controls.map(({ id, number, content }) => ({
      thing: 'control' as const,
      id,
      label: t.control(number, content.title),
      detail: t.inPlan(year),
    })),
  ])
  const nameOf = (id: string) =>
    options.find((option) => option.id === id)?.label ?? named.find((one) => one.id === id)?.name ?? ''
  const isChosen = (id: string) => value.some((subject) => subject.id === id)
  return (
    <div className="field">
      <ComboBox
        key={round} // what was chosen stands in the list: the box begins anew
        label={t.subjects}
        help={t.subjectsHelp}
        optional
        value={null}
        onChange={(id) => {
          const chosen = options.find((option) => option.id === id)
          if (!chosen) return
          onChange([...value, { thing: chosen.thing, id: chosen.id }])
          setRound(round + 1)
        }}
        options={options.filter(({ id }) => !isChosen(id))}
      />
      {value.length > 0 && (
        <ul className="c stack tight" aria-label={t.chosenSubjects}>
          {value.map(({ id }) => (
            <li key={id} className="row far">
              {nameOf(id)}
              <IconButton
                label={t.removeSubject(nameOf(id))}
                icon="close"
                onPress={() => onChange(value.filter((subject) => subject.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
