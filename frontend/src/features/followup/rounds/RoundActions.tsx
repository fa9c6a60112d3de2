import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { showToast } from '@/components/Toasts'
import type { Schema } from '@/api/client'
import { rounds as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { closeRound, reopenRound, type Round, roundQuery, useChanged } from '../api'

/** The status matrix as a file, and what the auditors may do with the round. */
export function RoundActions({ round }: { round: Round }) {
  const { close, reopen, isPending } = useMoves()
  const { id, may } = round
  return (
    <>
      {(Object.keys(t.formats) as Schema['MatrixFormat'][]).map((format) => (
        <FileLink
          key={format}
          look="plain"
          href={`/api/v1/rounds/${id}/matrix?format=${format}`}
          download
          aria-label={t.matrixLabel(t.formats[format])}
        >
          {t.formats[format]}
        </FileLink>
      ))}
      {may.includes('edit') && (
        <LinkButton icon="pencil" to="/uppfoljningar/$id/andra" params={{ id }}>
          {t.edit}
        </LinkButton>
      )}
      {may.includes('close') && (
        <Button isPending={isPending} onPress={() => close(round)}>
          {t.close}
        </Button>
      )}
      {may.includes('reopen') && (
        <Button isPending={isPending} onPress={() => reopen(round)}>
          {t.reopen}
        </Button>
      )}
    </>
  )
}

/** Closing can be taken back at once; what fails is told where it is not seen to. */
function useMoves() {
  const queryClient = useQueryClient()
  const changed = useChanged()
  const { mutate, isPending } = useMutation({
    mutationFn: (move: () => Promise<Round>) => move(),
    onSuccess: (round) => {
      queryClient.setQueryData(roundQuery(round.id).queryKey, round)
      return changed()
    },
    onError: (failure) => {
      const { title, advice } = asProblem(failure).words
      showToast({ tone: 'bad', title, detail: advice })
    },
  })
  const reopen = (round: Round) =>
    mutate(() => reopenRound(round), { onSuccess: () => showToast({ tone: 'ok', title: t.reopened }) })
  const close = (round: Round) =>
    mutate(() => closeRound(round), {
      onSuccess: (closed) =>
        showToast({ tone: 'ok', title: t.closeNow, action: { label: t.reopen, act: () => reopen(closed) } }),
    })
  return { close, reopen, isPending }
}
