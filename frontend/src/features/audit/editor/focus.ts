// The way between the editor's fields and the places of the draft, which the fields bear as data-place.
import type { Place } from '../draft/places'

const parts = '.field, [role="group"], td, tr'
const fields = 'input:not([type=hidden], .seen-it input), textarea, select, button:not(.found-at)'

/**
 * Moves the focus to the field of a place, or to the first of its part; of a row that is gone, to the first of its list. A
 * part without fields has its heading.
 */
export function focusPlace(place: Place): void {
  const bearing = bearingOf(place) ?? bearingOf(place.split('/')[0] ?? '')
  const part = bearing?.closest(`${parts}, section`)
  const field = part?.querySelector<HTMLElement>(fields) ?? part?.querySelector<HTMLElement>('h2')
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}

function bearingOf(place: Place): Element | null {
  const name = CSS.escape(place)
  // What is about this place alone comes before what is about several.
  return document.querySelector(`[data-place="${name}"]`) ?? document.querySelector(`[data-place~="${name}"]`)
}

/** The places that a field, or the row it stands in, is about. */
export function placesAt(field: Element): Place[] {
  for (let part = field.closest(parts); part; part = part.parentElement?.closest(parts) ?? null) {
    const bearing = part.matches('[data-place]') ? part : part.querySelector('[data-place]')
    if (bearing) return bearing.getAttribute('data-place')?.split(' ') ?? []
  }
  return []
}

/** Puts the cursor in the text of a row, when what chose it has closed and given its focus back. */
export function focusText(row: string, caret: number): void {
  requestAnimationFrame(() => {
    const text = textOf(row)
    text?.focus({ preventScroll: true })
    text?.setSelectionRange(caret, caret)
    text?.scrollIntoView({ block: 'center' })
  })
}

/** Where the cursor stands in the text of a row, or stood last. */
export function caretIn(row: string): number {
  return textOf(row)?.selectionStart ?? 0
}

function textOf(row: string): HTMLTextAreaElement | null {
  return document.querySelector(`[data-row="${CSS.escape(row)}"] textarea`)
}
