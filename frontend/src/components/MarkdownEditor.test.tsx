import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { MarkdownEditor } from './MarkdownEditor'

function Example({ preview }: { preview: (text: string) => Promise<string> }) {
  const [text, setText] = useState('Nämnden delar bilden')
  return (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MarkdownEditor label="Svar" value={text} onChange={setText} preview={preview} />
    </QueryClientProvider>
  )
}

it('formats the selection, counts words and shows the preview that the server made', async () => {
  const preview = vi.fn(() => Promise.resolve('<p>Nämnden <strong>delar</strong> bilden</p>'))
  render(<Example preview={preview} />)
  const text = screen.getByLabelText<HTMLTextAreaElement>('Svar')
  expect(screen.getByText('3 ord')).toBeTruthy()
  text.setSelectionRange(8, 13)
  await userEvent.click(screen.getByRole('button', { name: 'Fet' }))
  expect(text.value).toBe('Nämnden **delar** bilden')
  await userEvent.click(screen.getByRole('radio', { name: 'Förhandsvisa' }))
  expect((await screen.findByText('delar')).tagName).toBe('STRONG')
  expect(preview).toHaveBeenCalledWith('Nämnden **delar** bilden')
})
