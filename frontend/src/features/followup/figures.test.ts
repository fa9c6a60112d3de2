import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { doorTo, figureNames, shareOf } from './figures'
import { assignmentSearch, queryOf } from './search'

const committee = '0190b7a4-1f6e-7c3a-9d52-6f3f1c2b4a10'

describe('doorTo', () => {
  it('asks for what the contract says that each figure counts', () => {
    expect(Object.fromEntries(figureNames.map((figure) => [figure, queryOf(doorTo(figure, {}))]))).toEqual({
      given: {},
      answered: { stance: ['accepts', 'partly_accepts', 'rejects', 'takes_no_position'] },
      accepted: { stance: ['accepts', 'partly_accepts'] },
      ongoing: { progress: ['ongoing'] },
      done: { progress: ['continuous', 'done'] },
      confirmed: { verdict: ['addressed'] },
      overdue: { overdue: true },
      differing: { difference: ['differs'] },
      unexamined: { difference: ['unexamined'] },
    })
  })

  it('stays within what the figures are narrowed to', () => {
    const within = { namnd: [committee], firma: 'Nordkajen Revision', ar: 2023 }
    expect(doorTo('overdue', within)).toEqual({ ...within, forsenad: true })
  })

  it('is an address that the list reads', () => {
    for (const figure of figureNames) {
      const door = doorTo(figure, { namnd: [committee] })
      expect(v.parse(assignmentSearch, door)).toEqual(door)
    }
  })
})

describe('shareOf', () => {
  const figures = {
    given: 8,
    answered: 0,
    accepted: 0,
    ongoing: 0,
    done: 3,
    confirmed: 0,
    overdue: 0,
    differing: 0,
    unexamined: 0,
  }

  it('is in whole per cent of all', () => {
    expect(shareOf(figures, 'done')).toBe(38)
  })

  it('is not there where there is nothing to share', () => {
    expect(shareOf({ ...figures, given: 0, done: 0 }, 'done')).toBeUndefined()
  })
})
