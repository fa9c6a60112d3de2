import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { values } from '@/lib/messages/values'
import { optionsOf } from './Select'
import { StatesBar } from './StatesBar'

it('says in words which states are behind and which one is now', () => {
  render(<StatesBar label="Yttrandets läge" states={optionsOf(values.responseState)} current="approved" />)
  const [draft, submitted, approved, decided] = screen.getAllByRole('listitem')
  expect(draft?.textContent).toBe('klart: Utkast')
  expect(submitted?.textContent).toBe('klart: Inlämnad för godkännande')
  expect(approved?.textContent).toBe('nu: Klar för nämnd')
  expect(approved?.getAttribute('aria-current')).toBe('step')
  expect(decided?.textContent).toBe('Beslutad')
})
