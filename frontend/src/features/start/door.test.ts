import { describe, expect, it } from 'vitest'
import type { WaitingItem } from './api'
import { doorOf, hasWay } from './door'

const item = (part: Partial<WaitingItem>): WaitingItem => ({
  kind: 'finish_draft',
  thing: 'response',
  id: '1',
  committeeId: '2',
  title: 'Granskning',
  date: null,
  overdue: false,
  person: null,
  ...part,
})

describe('the door of what waits', () => {
  it('opens where it is done', () => {
    expect(doorOf(item({})).to).toBe('/yttranden/$id')
    expect(doorOf(item({ kind: 'decide_response' })).to).toBe('/yttranden/$id/beslut')
    expect(doorOf(item({ kind: 'confirm_audit', thing: 'audit' })).to).toBe('/granskningar/$id')
    expect(doorOf(item({ kind: 'reply_input', thing: 'input_request' })).to).toBe('/underlag')
    expect(doorOf(item({ kind: 'meeting', thing: 'meeting' })).params).toEqual({ id: '2' })
  })

  it('shows the way only of what is still on its way', () => {
    expect(hasWay(item({ kind: 'approve_response' }))).toBe(true)
    expect(hasWay(item({ kind: 'dispatch_response' }))).toBe(false)
  })
})
