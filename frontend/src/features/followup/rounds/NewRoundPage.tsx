import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { newId } from '@/lib/ids'
import { roundForm as t, rounds } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { type RoundContent, startRound, useChanged } from '../api'
import { RoundEditor } from './RoundEditor'

const route = getRouteApi('/shell/uppfoljningar/ny')

/** Asks the committees: what, by when, and of which recommendations. Those picked in the list come along. */
export function NewRoundPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { picked = [] } = useLocation().state
  const [id] = useState(newId)
  const [begun] = useState<RoundContent>(() => ({ title: '', question: '', due: '', assignmentIds: [...picked] }))
  const [content, setContent] = useState(begun)
  const changed = useChanged()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => startRound({ id, content }),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.started })
      await changed()
      await navigate({ to: '/uppfoljningar/$id', params: { id }, ignoreBlocker: true })
    },
  })
  return (
    <>
      <PageHead title={t.newTitle} crumbs={[{ label: rounds.title, link: { to: '/uppfoljningar' } }]} />
      <RoundEditor
        content={content}
        set={(part) => setContent((now) => ({ ...now, ...part }))}
        problem={error && asProblem(error)}
        pending={isPending}
        submit={() => mutate()}
        submitLabel={t.start}
        cancelTo={{ to: '/uppfoljningar' }}
        search={search}
        onSearch={(to) => void navigate({ search: to, replace: true, state: true })}
      />
      <UnsavedChangesGuard when={content !== begun} />
    </>
  )
}
