// A control as lines of words: to be read whole, and held against what it was.
import { controlFields as t } from '@/lib/messages/controls'
import { months } from '@/lib/messages/common'
import { risks } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import type { Control, ControlContent, ControlPlan } from '../api'
import { firstMonths, hasPeriods } from './schedule'
import { risksOf } from './words'

export interface Line {
  id: string
  label: string
  words: string
}

/** `known` names the person and the recommendations that the content has by id. */
export function linesOf(
  plan: ControlPlan,
  content: ControlContent,
  known?: Pick<Control, 'person' | 'recommendations'>,
): Line[] {
  return [
    { id: 'area', label: t.area, words: content.area },
    { id: 'title', label: t.title, words: content.title },
    { id: 'what', label: t.what, words: content.what },
    { id: 'method', label: t.method, words: content.method },
    { id: 'sampleSize', label: t.sampleSize, words: content.sampleSize === null ? '' : String(content.sampleSize) },
    { id: 'function', label: t.function, words: content.function },
    { id: 'person', label: t.person, words: personWords(plan, content, known) },
    { id: 'frequency', label: t.frequency, words: values.frequency[content.frequency] },
    ...whenLines(content),
    {
      id: 'risks',
      label: t.risks,
      words: risksOf(plan, content)
        .map((risk) => `${risks.number(risk.number)} ${risk.content.title}`)
        .join('\n'),
    },
    { id: 'recommendations', label: t.recommendations, words: recommendationWords(plan, content, known) },
  ]
}

function whenLines({ frequency, firstMonth, plannedOffset, lastOffset }: ControlContent): Line[] {
  if (!hasPeriods(frequency)) return []
  const offsets = [
    { id: 'plannedOffset', label: t.plannedOffset, words: String(plannedOffset) },
    { id: 'lastOffset', label: t.lastOffset, words: String(lastOffset) },
  ]
  if (firstMonths(frequency).length === 1) return offsets
  const label = t.firstMonth[frequency as keyof typeof t.firstMonth]
  return [{ id: 'firstMonth', label, words: months[firstMonth - 1] ?? '' }, ...offsets]
}

function personWords(plan: ControlPlan, { personId }: ControlContent, known?: Pick<Control, 'person'>): string {
  const people = [known?.person, ...plan.controls.map(({ person }) => person)]
  return people.find((person) => person?.id === personId)?.name ?? ''
}

function recommendationWords(
  plan: ControlPlan,
  { recommendationIds }: ControlContent,
  known?: Pick<Control, 'recommendations'>,
): string {
  const all = [...(known?.recommendations ?? []), ...plan.controls.flatMap(({ recommendations }) => recommendations)]
  return recommendationIds
    .map((id) => all.find((one) => one.id === id))
    .map((one) => (one ? `${one.number} ${one.text} (${one.auditTitle})` : null))
    .filter((words) => words !== null)
    .join('\n')
}
