import { describe, expect, it } from 'vitest'
import type { RoundItem } from '../api'
import { byCommittee } from './byCommittee'

const item = (id: string, holderId: string) => ({ assignment: { id, holderId } }) as RoundItem

describe("a round's items", () => {
  it("stand by committee, the reader's own first and the others as the server sorts them", () => {
    const items = [item('1', 'a'), item('2', 'b'), item('3', 'a'), item('4', 'c')]
    const own = [
      { permission: 'progress.report', committeeId: 'c' },
      { permission: 'audit.read', committeeId: null },
    ]
    const parts = byCommittee(items, (id) => `nämnd ${id}`, own)
    expect(parts.map(({ name, isOwn, items: of }) => [name, isOwn, of.length])).toEqual([
      ['nämnd c', true, 1],
      ['nämnd a', false, 2],
      ['nämnd b', false, 1],
    ])
  })
})
