import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components'
import { Toasts } from '@/components/Toasts'
import { queryClient } from './queryClient'
import { router } from './router'

export function App() {
  return (
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}
