import type { RiskScaleContent } from './api'

type Step = RiskScaleContent['likelihood'][number]
type Category = RiskScaleContent['categories'][number]

/** The steps made more or fewer; those that stay keep their words. */
export function resized(steps: readonly Step[], count: number, label: string): Step[] {
  return Array.from({ length: count }, (_, place) => steps[place] ?? { label, description: '' })
}

/** The categories as lines to be edited. */
export function wordsOf(categories: readonly Category[]): string {
  return categories.map(({ label }) => label).join('\n')
}

/**
 * The categories of edited lines. A line that says what it said keeps its code, one that is changed keeps the code of its
 * place, and a new one gets a code of its own: what was put in a category stays there when it is renamed.
 */
export function categoriesFrom(words: string, before: readonly Category[]): Category[] {
  const lines = words.split('\n')
  const kept = new Set(before.filter(({ label }) => lines.includes(label)).map(({ code }) => code))
  const taken = new Set(kept)
  return lines.map((label, place) => {
    const same = before.find((category) => category.label === label)
    const inPlace = before[place]
    const code = same?.code ?? (inPlace && !kept.has(inPlace.code) ? inPlace.code : newCode(taken, before))
    taken.add(code)
    return { code, label }
  })
}

function newCode(taken: ReadonlySet<string>, before: readonly Category[]): string {
  const used = new Set([...taken, ...before.map(({ code }) => code)])
  let number = 1
  while (used.has(`own_${number}`)) number++
  return `own_${number}`
}
