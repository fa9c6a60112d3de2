import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { answer as t } from '@/lib/messages/response'
import { type Answer, deleteAnswer, type Response, responseQuery } from './api'
import type { SaveNow } from './usePart'

/** Takes a common answer apart, or a statement's answer away. A single recommendation keeps its answer. */
export function AnswerRemoval({ response, answer, saveNow }: { response: Response; answer: Answer; saveNow: SaveNow }) {
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const query = responseQuery(response.id)
  if (answer.recommendations.length === 1) return null
  const common = answer.recommendations.length > 1

  async function remove() {
    await saveNow()
    const now = await queryClient.fetchQuery({ ...query, staleTime: 0 })
    const current = now.answers.find(({ id }) => id === answer.id) ?? answer
    queryClient.setQueryData(query.queryKey, await deleteAnswer(answer.id, current.version))
  }

  return (
    <div>
      <Button small look="no" onPress={() => setAsking(true)}>
        {common ? t.takeApart : t.remove}
      </Button>
      {asking && (
        <ConfirmDialog
          title={common ? t.takeApartTitle : t.removeTitle}
          confirm={common ? t.takeApart : t.remove}
          destructive
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          <p>{common ? t.takeApartHelp : t.removeHelp}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
