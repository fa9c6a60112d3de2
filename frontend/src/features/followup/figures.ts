// Figures are doors: each leads to the list that it counts.
import { values } from '@/lib/messages/values'
import type { Figures } from './api'
import type { AssignmentSearch, OverviewSearch } from './search'

export type Figure = keyof Figures

/** In the order in which they are shown. */
export const figureNames: Figure[] = [
  'given',
  'answered',
  'accepted',
  'ongoing',
  'done',
  'confirmed',
  'overdue',
  'differing',
  'unexamined',
]

const filters: Record<Figure, AssignmentSearch> = {
  given: {},
  answered: { svar: Object.keys(values.stance) as (keyof typeof values.stance)[] },
  accepted: { svar: ['accepts', 'partly_accepts'] },
  ongoing: { framdrift: ['ongoing'] },
  done: { framdrift: ['continuous', 'done'] },
  confirmed: { bedomning: ['addressed'] },
  overdue: { forsenad: true },
  differing: { skillnad: ['differs'] },
  unexamined: { skillnad: ['unexamined'] },
}

/** What a row's figures are narrowed to. */
export type Within = OverviewSearch & Pick<AssignmentSearch, 'kritik'>

/** The list of what a figure counts, within what the figures are narrowed to. */
export function doorTo(figure: Figure, within: Within): AssignmentSearch {
  return { ...within, ...filters[figure] }
}

/** A figure's share of all, in whole per cent; undefined where there is nothing to share. */
export function shareOf(figures: Figures, figure: Figure): number | undefined {
  return figures.given === 0 ? undefined : Math.round((figures[figure] / figures.given) * 100)
}
