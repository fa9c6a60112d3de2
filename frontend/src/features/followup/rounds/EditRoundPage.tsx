import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { roundForm as t, rounds } from '@/lib/messages/followup'
import { rereadRound, type Round, roundQuery, updateRound, useChanged } from '../api'
import { RoundEditor } from './RoundEditor'

const route = getRouteApi('/shell/uppfoljningar/$id/andra')

export function EditRoundPage() {
  const { id } = route.useParams()
  const { data: round } = useSuspenseQuery(roundQuery(id))
  return <Editing key={id} round={round} />
}

function Editing({ round: { id, content, version } }: { round: Round }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const changed = useChanged()
  const editing = useEditing({
    thing: { content, version },
    save: (written, of) => updateRound(id, written, of),
    reread: () => rereadRound(id),
    onSaved: (saved) => {
      showToast({ tone: 'ok', title: t.saved })
      queryClient.setQueryData(roundQuery(id).queryKey, saved as Round)
      void navigate({ to: '/uppfoljningar/$id', params: { id }, ignoreBlocker: true })
      void changed()
    },
  })
  return (
    <>
      <PageHead
        title={t.editTitle(content.title)}
        crumbs={[
          { label: rounds.title, link: { to: '/uppfoljningar' } },
          { label: content.title, link: { to: '/uppfoljningar/$id', params: { id } } },
        ]}
      />
      <RoundEditor
        content={editing.content}
        set={editing.set}
        problem={editing.problem}
        pending={editing.pending}
        submit={editing.submit}
        onConflict={editing.onConflict}
        submitLabel={common.save}
        cancelTo={{ to: '/uppfoljningar/$id', params: { id } }}
        search={search}
        onSearch={(to) => void navigate({ search: to, replace: true })}
      />
      <UnsavedChangesGuard when={editing.dirty} />
    </>
  )
}
