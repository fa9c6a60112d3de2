// What an amendment changes: control by control, field by field.
import type { Option } from '@/components/Select'
import { amendments as t, controls } from '@/lib/messages/controls'
import type { Amendment, AmendmentContent, Control, ControlChange, ControlContent, ControlPlan } from '../api'
import { linesOf } from '../controls/lines'

export interface FieldChange {
  id: string
  label: string
  before: string
  after: string
}

/** The lines that differ; of a new control all that say something, of one that is removed none. `people` are named in them. */
export function fieldChanges(
  plan: ControlPlan,
  before: ControlContent | null,
  after: ControlContent | null,
  people: readonly Option[] = [],
): FieldChange[] {
  if (after === null) return []
  const was = before === null ? [] : linesOf(plan, before, namedIn(before, people))
  const is = linesOf(plan, after, namedIn(after, people))
  const labels = new Map([...was, ...is].map(({ id, label }) => [id, label]))
  return [...labels]
    .map(([id, label]) => ({ id, label, before: wordsIn(was, id), after: wordsIn(is, id) }))
    .filter((change) => change.before !== change.after)
}

function namedIn({ personId }: ControlContent, people: readonly Option[]): Pick<Control, 'person' | 'recommendations'> {
  const person = people.find(({ id }) => id === personId)
  return { person: person ? { id: person.id, name: person.label } : null, recommendations: [] }
}

function wordsIn(lines: ReturnType<typeof linesOf>, id: string): string {
  return lines.find((line) => line.id === id)?.words ?? ''
}

/** The control as it was: when the amendment was adopted, or as the plan has it now. */
export function beforeOf(plan: ControlPlan, amendment: Amendment, { controlId, kind }: ControlChange) {
  if (kind === 'add') return null
  const kept = amendment.before.find((before) => before.controlId === controlId)
  return kept?.content ?? plan.controls.find(({ id }) => id === controlId)?.content ?? null
}

export function nameOf(plan: ControlPlan, amendment: Amendment, change: ControlChange): string {
  const control = plan.controls.find(({ id }) => id === change.controlId)
  const title = change.content?.title ?? beforeOf(plan, amendment, change)?.title ?? ''
  return control ? `${controls.number(control.number)} ${title}` : title || t.newControl
}

/** Those that the amendment does not touch yet. */
export function untouched(plan: ControlPlan, { content }: Amendment): Control[] {
  return plan.controls.filter(
    ({ id, removed }) => !removed && !content.changes.some(({ controlId }) => controlId === id),
  )
}

export function withChange(content: AmendmentContent, change: ControlChange): AmendmentContent {
  const isThere = content.changes.some(({ controlId }) => controlId === change.controlId)
  return {
    ...content,
    changes: isThere
      ? content.changes.map((one) => (one.controlId === change.controlId ? change : one))
      : [...content.changes, change],
  }
}

export function withoutChange(content: AmendmentContent, { controlId }: ControlChange): AmendmentContent {
  return { ...content, changes: content.changes.filter((one) => one.controlId !== controlId) }
}
