import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { describe, expect, it, vi } from 'vitest'
import { ApiProblem, type FieldProblem } from '@/lib/problem'
import { Button } from './Button'
import { DateField } from './DateField'
import { Form } from './Form'
import { TextField } from './TextField'

function refused(...errors: FieldProblem[]): ApiProblem {
  return new ApiProblem({ status: 422, code: 'invalid', errors })
}

function Example({ problem, onSubmit = vi.fn() }: { problem?: ApiProblem; onSubmit?: () => void }) {
  const [name, setName] = useState('')
  const [date, setDate] = useState('')
  return (
    <I18nProvider locale="sv-SE">
      <Form problem={problem ?? null} onSubmit={onSubmit} onConflict={{ keepMine: vi.fn(), takeOther: vi.fn() }}>
        <TextField label="Namn" name="name" value={name} onChange={setName} />
        <DateField label="Svar senast" name="addressees/0/responseDue" value={date} onChange={setDate} />
        <Button type="submit">Spara</Button>
      </Form>
    </I18nProvider>
  )
}

describe('Form', () => {
  it('shows a fault at its field, and in a summary that leads there', async () => {
    render(<Example problem={refused({ pointer: '/content/name', code: 'minLength' })} />)
    const field = screen.getByLabelText('Namn')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const summary = screen.getByRole('alert')
    expect(summary.textContent).toContain('En uppgift behöver rättas')
    expect(document.activeElement).toBe(summary)
    await userEvent.click(screen.getByRole('link', { name: 'Namn: Fyll i det här.' }))
    expect(document.activeElement).toBe(field)
  })

  it('finds fields inside lists by their pointer', () => {
    render(<Example problem={refused({ pointer: '/addressees/0/responseDue', code: 'format' })} />)
    expect(screen.getByLabelText('Svar senast').getAttribute('aria-invalid')).toBe('true')
  })

  it('drops a fault while the field is typed in, not when it is left', async () => {
    render(<Example problem={refused({ pointer: '/name', code: 'minLength' })} />)
    const field = screen.getByLabelText('Namn')
    await userEvent.click(field)
    await userEvent.tab()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(field, 'A')
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })

  it('does not send while a date cannot be read, and says why', async () => {
    const onSubmit = vi.fn()
    render(<Example onSubmit={onSubmit} />)
    const date = screen.getByLabelText('Svar senast')
    await userEvent.type(date, '2023-02-29')
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }))
    expect(onSubmit).not.toHaveBeenCalled()
    const words = '2023 har ingen 29 februari. Menar du 2024-02-29?'
    expect(screen.getByRole('link', { name: `Svar senast: ${words}` })).toBeTruthy()
    await userEvent.clear(date)
    await userEvent.type(date, '20240229')
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }))
    expect(onSubmit).toHaveBeenCalledTimes(1)
    expect((date as HTMLInputElement).value).toBe('2024-02-29')
  })

  it('tells other problems with their code', () => {
    render(<Example problem={new ApiProblem({ status: 409, code: 'own_roles' })} />)
    expect(screen.getByRole('alert').textContent).toContain('Du kan inte ändra dina egna roller')
    expect(screen.getByText('Felkod own_roles')).toBeTruthy()
  })

  it('offers a choice when somebody else was first', () => {
    render(<Example problem={new ApiProblem({ status: 412, code: 'stale' })} />)
    expect(screen.getByRole('button', { name: 'Behåll min' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Använd den andra' })).toBeTruthy()
  })
})
