import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { supplementing as t } from '@/lib/messages/response'
import { type Response, responseQuery, startSupplement } from '../api'

/** Begins a supplementary response and opens it. */
export function SupplementDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const [id] = useState(newId)
  const navigate = useNavigate()
  const queryClient = useQueryClient()

  async function begin() {
    const supplement = await startSupplement(response.id, id)
    queryClient.setQueryData(responseQuery(id).queryKey, supplement)
    showToast({ tone: 'ok', title: t.done })
    await navigate({ to: '/yttranden/$id', params: { id } })
    onClose()
    await queryClient.invalidateQueries({ queryKey: ['responses'] })
  }

  return (
    <ConfirmDialog title={t.title} confirm={t.act} onConfirm={begin} onCancel={onClose}>
      <p>{t.help}</p>
    </ConfirmDialog>
  )
}
