// The audit questions as an outline: a flat list, each question followed by the questions that are part of it.

/** What an outline needs to know of a question. */
export interface Outlined {
  id: string
  number: string
  parentId: string | null
}

/** Each question after the one it is part of, in the order given otherwise. */
export function inOutlineOrder<Q extends Outlined>(questions: readonly Q[]): Q[] {
  const known = new Set(questions.map(({ id }) => id))
  const below = (parentId: string | null): Q[] =>
    questions
      .filter(
        (question) => question.parentId === parentId || (parentId === null && !known.has(question.parentId ?? '')),
      )
      .flatMap((question) => [question, ...below(question.id)])
  return below(null)
}

/** How deep a question lies: 0 for one that is part of no other. */
export function depthOf(questions: readonly Outlined[], { parentId }: Outlined): number {
  const parent = questions.find(({ id }) => id === parentId)
  return parent ? 1 + depthOf(questions, parent) : 0
}

/** Puts a question last among those that are part of `parentId`, with the number that follows theirs. */
export function withQuestion<Q extends Outlined>(questions: readonly Q[], question: Q): Q[] {
  const siblings = siblingsIn(questions, question.parentId)
  const parent = questions.find(({ id }) => id === question.parentId)
  const number = nextNumber(siblings, parent ? `${parent.number}.` : '')
  return inOutlineOrder([...questions, { ...question, number }])
}

/** Takes a question away; those that were part of it take its place. */
export function withoutQuestion<Q extends Outlined>(questions: readonly Q[], id: string): Q[] {
  const removed = questions.find((question) => question.id === id)
  if (!removed) return [...questions]
  const left = questions
    .filter((question) => question.id !== id)
    .map((question) => (question.parentId === id ? { ...question, parentId: removed.parentId } : question))
  return keepingNumbers(questions, inOutlineOrder(left))
}

/** Moves a question, with all that is part of it, before the one above or after the one below. */
export function moved<Q extends Outlined>(questions: readonly Q[], id: string, step: -1 | 1): Q[] {
  const question = questions.find((candidate) => candidate.id === id)
  if (!question) return [...questions]
  const siblings = siblingsIn(questions, question.parentId)
  const other = siblings[siblings.indexOf(question) + step]
  if (!other) return [...questions]
  const swapped = questions.map((at) => (at === question ? other : at === other ? question : at))
  return keepingNumbers(questions, inOutlineOrder(swapped))
}

/** Whether a question can be moved that way. */
export function canMove(questions: readonly Outlined[], { id, parentId }: Outlined, step: -1 | 1): boolean {
  const siblings = siblingsIn(questions, parentId)
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + step] !== undefined
}

/** Makes a question part of the one above it, or no longer part of the one it belongs to. */
export function nested<Q extends Outlined>(questions: readonly Q[], id: string, inwards: boolean): Q[] {
  const question = questions.find((candidate) => candidate.id === id)
  const parentId = question && (inwards ? siblingAbove(questions, question)?.id : parentsParent(questions, question))
  if (parentId === undefined) return [...questions]
  const changed = questions.map((at) => (at.id === id ? { ...at, parentId } : at))
  return keepingNumbers(questions, inOutlineOrder(changed))
}

/** Whether a question has another above it that it can be made part of. */
export function canNest(questions: readonly Outlined[], question: Outlined): boolean {
  return siblingAbove(questions, question) !== undefined
}

/** The number after the highest, "3" after "1" and "2"; with a prefix, "2.1" first. */
export function nextNumber(numbered: readonly { number: string }[], prefix = ''): string {
  const last = numbered.map(({ number }) => Number(/(\d+)\D*$/.exec(number)?.[1] ?? 0))
  return `${prefix}${Math.max(0, ...last) + 1}`
}

function siblingsIn<Q extends Outlined>(questions: readonly Q[], parentId: string | null): Q[] {
  return questions.filter((question) => question.parentId === parentId)
}

function siblingAbove(questions: readonly Outlined[], { id, parentId }: Outlined): Outlined | undefined {
  const siblings = siblingsIn(questions, parentId)
  return siblings[siblings.findIndex((sibling) => sibling.id === id) - 1]
}

/** Null is the top of the outline, undefined that there is no way out. */
function parentsParent(questions: readonly Outlined[], { parentId }: Outlined): string | null | undefined {
  return questions.find(({ id }) => id === parentId)?.parentId
}

/** Numbers that followed the order go on doing so; a report's own numbers are left as they are. */
function keepingNumbers<Q extends Outlined>(before: readonly Q[], after: Q[]): Q[] {
  const followed = numbersByOrder(before)
  if (before.some(({ id, number }) => followed.get(id) !== number)) return after
  const numbers = numbersByOrder(after)
  return after.map((question) => ({ ...question, number: numbers.get(question.id) ?? question.number }))
}

function numbersByOrder(questions: readonly Outlined[]): Map<string, string> {
  const numbers = new Map<string, string>()
  const within = (parentId: string | null, prefix: string) =>
    siblingsIn(questions, parentId).forEach(({ id }, place) => {
      numbers.set(id, `${prefix}${place + 1}`)
      within(id, `${prefix}${place + 1}.`)
    })
  within(null, '')
  return numbers
}
