import { describe, expect, it } from 'vitest'
import type { Amendment } from '../api'
import { sampleContent, sampleControl, samplePlan } from '../sample'
import { beforeOf, fieldChanges, nameOf, untouched, withChange, withoutChange } from './changes'

const plan = samplePlan({
  state: 'adopted',
  controls: [sampleControl('a', { number: 4 }), sampleControl('b', { removed: true }), sampleControl('c')],
})

const changed = {
  kind: 'change',
  controlId: 'a',
  content: sampleContent({ frequency: 'monthly', firstMonth: 1 }),
} as const
const added = { kind: 'add', controlId: 'new', content: sampleContent({ title: 'Leverantörers konton' }) } as const

const amendment: Amendment = {
  id: 'amendment',
  version: 1,
  number: 1,
  state: 'draft',
  content: { reason: 'Granskningen visade brister', changes: [changed, added] },
  before: [],
  decision: null,
  earlierDecisions: [],
  may: ['edit'],
}

describe('fieldChanges', () => {
  it('tells what differs and nothing else', () => {
    const was = beforeOf(plan, amendment, changed)
    const changes = fieldChanges(plan, was, changed.content)
    expect(changes.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['frequency', 'Varje kvartal', 'Varje månad'],
      ['firstMonth', 'mars', ''],
    ])
  })

  it('tells all of a new control, and nothing of one that is removed', () => {
    expect(fieldChanges(plan, null, added.content).find(({ id }) => id === 'title')?.after).toBe('Leverantörers konton')
    expect(fieldChanges(plan, sampleContent(), null)).toEqual([])
  })

  it('holds against how the control was when the amendment was adopted', () => {
    const adopted: Amendment = {
      ...amendment,
      state: 'adopted',
      before: [{ controlId: 'a', content: sampleContent({ title: 'Som den hette' }) }],
    }
    expect(beforeOf(plan, adopted, changed)?.title).toBe('Som den hette')
  })
})

it('names a control by its number where it has one', () => {
  expect(nameOf(plan, amendment, changed)).toBe('K4 Avslutade behörigheter')
  expect(nameOf(plan, amendment, added)).toBe('Leverantörers konton')
})

it('offers each control once, and no removed one', () => {
  expect(untouched(plan, amendment).map(({ id }) => id)).toEqual(['c'])
})

it('replaces a change of the same control and takes one out', () => {
  const removal = { kind: 'remove', controlId: 'a', content: null } as const
  expect(withChange(amendment.content, removal).changes).toEqual([removal, added])
  expect(withoutChange(amendment.content, added).changes).toEqual([changed])
})
