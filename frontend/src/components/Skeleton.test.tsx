import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Skeleton } from './Skeleton'

afterEach(() => vi.useRealTimers())

it('shows nothing for a wait that is not felt', () => {
  vi.useFakeTimers()
  render(<Skeleton />)
  act(() => void vi.advanceTimersByTime(299))
  expect(screen.getByRole('status').textContent).toBe('')
  act(() => void vi.advanceTimersByTime(1))
  expect(screen.getByRole('status').textContent).toBe('Hämtar')
})
