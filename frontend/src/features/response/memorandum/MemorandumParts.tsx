import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { memorandum as t } from '@/lib/messages/memorandum'
import { deleteMemorandum, type Response, responseQuery, startMemorandum } from '../api'
import { OtherPicks } from '../OtherPicks'
import { titleAddress } from '../parts'

/** The memorandum's sections, or the way to begin it. */
export function MemorandumParts({ response, current }: { response: Response; current: string }) {
  const [removing, setRemoving] = useState(false)
  const { memorandum } = response
  if (!memorandum) return <Beginning response={response} />
  const parts = memorandum.sections.map(({ id, heading, content }) => ({
    address: id,
    place: id,
    name: heading,
    written: content.text.trim() !== '' || content.includes.length > 0,
  }))
  return (
    <div className="stack tight">
      <h2>{memorandum.name}</h2>
      <OtherPicks response={response} current={current} parts={parts} />
      <div>
        <Button small look="plain" icon="close" onPress={() => setRemoving(true)}>
          {t.remove}
        </Button>
      </div>
      {removing && <RemovalDialog response={response} onClose={() => setRemoving(false)} />}
    </div>
  )
}

function Beginning({ response }: { response: Response }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => startMemorandum(response.id),
    onSuccess: async (begun) => {
      queryClient.setQueryData(responseQuery(response.id).queryKey, begun)
      showToast({ tone: 'ok', title: t.started })
      const first = begun.memorandum?.sections[0]
      await navigate({
        to: '/yttranden/$id',
        params: { id: response.id },
        search: { del: first?.id },
        resetScroll: false,
      })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['responses'] }),
  })
  return (
    <div className="stack tight">
      <h2>{t.title}</h2>
      <p className="sub">{t.none}</p>
      {error && <ProblemNote problem={error} />}
      <div>
        <Button small icon="plus" isPending={isPending} onPress={() => mutate()}>
          {t.start}
        </Button>
      </div>
    </div>
  )
}

/** What is open is left first: a section that is being written is saved or let go of. */
function RemovalDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const query = responseQuery(response.id)
  async function act() {
    await navigate({
      to: '/yttranden/$id',
      params: { id: response.id },
      search: { del: titleAddress },
      resetScroll: false,
    })
    const after = await deleteMemorandum(await queryClient.fetchQuery({ ...query, staleTime: 0 }))
    queryClient.setQueryData(query.queryKey, after)
    showToast({ tone: 'ok', title: t.removed })
    onClose()
    await queryClient.invalidateQueries({ queryKey: ['responses'] })
  }
  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.remove} destructive onConfirm={act} onCancel={onClose}>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
