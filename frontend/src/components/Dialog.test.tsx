import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import { ConfirmDialog, Dialog } from './Dialog'
import { TextField } from './TextField'

describe('Dialog', () => {
  function open(dirty: boolean) {
    const onClose = vi.fn()
    render(
      <Dialog title="Ny nämnd" onClose={onClose} dirty={dirty}>
        <TextField label="Namn" value="" onChange={vi.fn()} />
      </Dialog>,
    )
    return onClose
  }

  it('begins in its first field, and Escape closes it', async () => {
    const onClose = open(false)
    expect(document.activeElement).toBe(screen.getByLabelText('Namn'))
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('asks before something written is lost', async () => {
    const onClose = open(true)
    await userEvent.keyboard('{Escape}')
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Stanna kvar' }))
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }))
    await userEvent.click(screen.getByRole('button', { name: 'Lämna utan att spara' }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})

it('a question that fails says why and stays', async () => {
  const refuse = () => Promise.reject(new ApiProblem({ status: 409, code: 'administration_serves_committee' }))
  render(<ConfirmDialog title="Ta bort?" confirm="Ta bort" onConfirm={refuse} onCancel={vi.fn()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Ta bort' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Förvaltningen hör till en nämnd')
})
