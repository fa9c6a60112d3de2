import { expect, it } from 'vitest'
import { ledProposals } from './proposals'

it('each proposal begins with the lead once', () => {
  const text = 'Nämnden föreslås besluta:\n\n1. anta yttrandet\n2. att överlämna det\n3. **att** attestera'
  expect(ledProposals(text, 'att')).toBe(
    'Nämnden föreslås besluta:\n\n1. **att** anta yttrandet\n2. **att** överlämna det\n3. **att** attestera',
  )
})

it('stays as written without a lead, and where the lead only begins a longer word', () => {
  expect(ledProposals('1. anta yttrandet', '')).toBe('1. anta yttrandet')
  expect(ledProposals('- attestera', 'att')).toBe('- **att** attestera')
})
