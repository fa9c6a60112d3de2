import { expect, test } from 'vitest'
import type { Remark } from './remarks'
import { stepped } from './walk'

const [a, b, c] = ['a', 'b', 'c'].map((words): Remark => ({ place: 'title', words })) as [Remark, Remark, Remark]
const all = [a, b, c]
const none = new Set<Remark>()

test('remarks are looked through in both directions, and from the last on to the first', () => {
  expect(stepped(all, a, none, 1)).toBe(b)
  expect(stepped(all, c, none, 1)).toBe(a)
  expect(stepped(all, a, none, -1)).toBe(c)
})

test('it begins with the first that has not been seen, backwards with the last', () => {
  expect(stepped(all, undefined, new Set([a]), 1)).toBe(b)
  expect(stepped(all, undefined, new Set([c]), -1)).toBe(b)
  expect(stepped(all, undefined, new Set(all), 1)).toBe(a)
  expect(stepped([], undefined, none, 1)).toBe(undefined)
})
