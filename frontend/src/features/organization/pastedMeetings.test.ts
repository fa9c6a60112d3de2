import { expect, it } from 'vitest'
import { pastedMeetings } from './pastedMeetings'

const on = (date: string) => ({ date, manuscriptStop: null, preparation: null, dispatch: null })

it('marks the meetings that there are, and gives each an id of its own', () => {
  const pasted = pastedMeetings([on('2031-01-16'), on('2031-02-20')], ['2031-02-20'])
  expect(pasted.map(({ state }) => state)).toEqual(['new', 'there'])
  expect(pasted[0]?.id).not.toBe(pasted[1]?.id)
})
