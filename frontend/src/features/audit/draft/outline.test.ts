import { expect, test } from 'vitest'
import {
  canMove,
  canNest,
  depthOf,
  inOutlineOrder,
  moved,
  nested,
  nextNumber,
  type Outlined,
  withoutQuestion,
  withQuestion,
} from './outline'

const q = (id: string, number: string, parentId: string | null = null): Outlined => ({ id, number, parentId })
const shown = (questions: readonly Outlined[]) => questions.map(({ id, number }) => `${id} ${number}`)

const outline = [q('a', '1'), q('b', '2'), q('b1', '2.1', 'b'), q('b2', '2.2', 'b'), q('c', '3')]

test('each question stands after the one it is part of', () => {
  const mixed = [q('b1', '2.1', 'b'), q('a', '1'), q('b', '2')]
  expect(shown(inOutlineOrder(mixed))).toEqual(['a 1', 'b 2', 'b1 2.1'])
  expect(shown(inOutlineOrder([q('x', '1', 'gone')]))).toEqual(['x 1'])
  expect(outline.map((question) => depthOf(outline, question))).toEqual([0, 0, 1, 1, 0])
})

test('a new question gets the number that follows', () => {
  expect(shown(withQuestion(outline, q('d', '')))).toContain('d 4')
  expect(shown(withQuestion(outline, q('b3', '', 'b')))).toEqual(['a 1', 'b 2', 'b1 2.1', 'b2 2.2', 'b3 2.3', 'c 3'])
  expect(shown(withQuestion(outline, q('a1', '', 'a')))).toContain('a1 1.1')
  expect(nextNumber([{ number: 'R1' }, { number: 'R7' }])).toBe('8')
})

test('a question moves with its parts, and numbers that followed the order still do', () => {
  expect(shown(moved(outline, 'b', -1))).toEqual(['b 1', 'b1 1.1', 'b2 1.2', 'a 2', 'c 3'])
  expect(shown(moved(outline, 'b1', 1))).toEqual(['a 1', 'b 2', 'b2 2.1', 'b1 2.2', 'c 3'])
  expect(moved(outline, 'a', -1)).toEqual(outline)
  expect(canMove(outline, outline[0]!, -1)).toBe(false)
  expect(canMove(outline, outline[2]!, 1)).toBe(true)
})

test("a report's own numbers stay when questions move", () => {
  const own = [q('a', '3'), q('b', '1')]
  expect(shown(moved(own, 'a', 1))).toEqual(['b 1', 'a 3'])
})

test('a question becomes part of the one above, and comes out again', () => {
  const inside = nested(outline, 'c', true)
  expect(shown(inside)).toEqual(['a 1', 'b 2', 'b1 2.1', 'b2 2.2', 'c 2.3'])
  expect(shown(nested(inside, 'b1', false)).sort()).toEqual(['a 1', 'b 2', 'b1 3', 'b2 2.1', 'c 2.2'].sort())
  expect(canNest(outline, outline[0]!)).toBe(false)
  expect(nested(outline, 'a', true)).toEqual(outline)
  expect(nested(outline, 'a', false)).toEqual(outline)
})

test('what was part of a question that goes takes its place', () => {
  expect(shown(withoutQuestion(outline, 'b'))).toEqual(['a 1', 'b1 2', 'b2 3', 'c 4'])
})
