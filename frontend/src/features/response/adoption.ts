// The text as the committee adopted it, beside the proposal it changed.
import type { AdoptedText, Response } from './api'

export type AdoptedAnswer = AdoptedText['answers'][number]
export type AdoptedSection = AdoptedText['sections'][number]
export type AdoptedMeasure = AdoptedAnswer['measures'][number]

/** The proposal as a text to change: everything in it, so that what is sent is what was seen. */
export function proposalOf({ sections, answers }: Response): AdoptedText {
  return {
    sections: sections.map(({ kind, content }) => ({ kind, text: content.text })),
    answers: answers.map(({ id, content, measures }) => ({
      id,
      stance: content.stance,
      text: content.text,
      measures: measures.map((measure) => ({ id: measure.id, content: measure.content })),
    })),
  }
}

/** Whether anything differs between two things of an adopted text. */
export function differs<T>(before: T, after: T): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

/** The adopted text with one section's or one answer's changed. */
export function withSection(adopted: AdoptedText, changed: AdoptedSection): AdoptedText {
  return { ...adopted, sections: adopted.sections.map((one) => (one.kind === changed.kind ? changed : one)) }
}

export function withAnswer(adopted: AdoptedText, changed: AdoptedAnswer): AdoptedText {
  return { ...adopted, answers: adopted.answers.map((one) => (one.id === changed.id ? changed : one)) }
}

export interface MeasureChange {
  change: 'added' | 'removed' | 'changed'
  measure: AdoptedMeasure
}

/** What the committee changed among an answer's measures, in the adopted order and then the ones taken out. */
export function measureChanges(before: readonly AdoptedMeasure[], after: readonly AdoptedMeasure[]): MeasureChange[] {
  const kept = after.flatMap((measure): MeasureChange[] => {
    const proposed = before.find(({ id }) => id === measure.id)
    if (!proposed) return [{ change: 'added', measure }]
    return differs(proposed.content, measure.content) ? [{ change: 'changed', measure }] : []
  })
  const removed = before.filter(({ id }) => !after.some((measure) => measure.id === id))
  return [...kept, ...removed.map((measure): MeasureChange => ({ change: 'removed', measure }))]
}
