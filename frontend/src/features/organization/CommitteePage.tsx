import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { committee as t, organization } from '@/lib/messages/organization'
import { type Committee, committeeQuery, updateCommittee } from './api'
import { CommitteeFields } from './CommitteeFields'
import { CommitteeHead } from './CommitteeHead'
import { SignatoriesField } from './SignatoriesField'
import { SuccessorPanel } from './SuccessorPanel'

const route = getRouteApi('/shell/administration/namnder/$id')

export function CommitteePage() {
  const { id } = route.useParams()
  const { data: committee } = useSuspenseQuery(committeeQuery(id))
  return (
    <>
      <CommitteeHead committee={committee} />
      <div className="stack">
        {committee.successorId !== null && <SuccessorPanel committee={committee} />}
        <CommitteeForm key={id} committee={committee} />
        {committee.successorId === null && <SuccessorPanel committee={committee} />}
      </div>
    </>
  )
}

function CommitteeForm({ committee }: { committee: Committee }) {
  const { may } = useViewer()
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: committee,
    save: (content, version) => updateCommittee(committee.id, content, version),
    reread: () => queryClient.fetchQuery({ ...committeeQuery(committee.id), staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      void queryClient.invalidateQueries({ queryKey: ['committees'] })
    },
  })
  const isReadOnly = !may('organization.edit')
  return (
    <div className="panel in">
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        {isReadOnly && <p className="cap">{organization.readOnly}</p>}
        <CommitteeFields content={editing.content} set={editing.set} isReadOnly={isReadOnly} />
        <SignatoriesField
          value={editing.content.signatories}
          onChange={(signatories) => editing.set({ signatories })}
          isReadOnly={isReadOnly}
        />
        {!isReadOnly && (
          <div className="row">
            <Button look="go" type="submit" isPending={editing.pending}>
              {common.save}
            </Button>
          </div>
        )}
      </Form>
      <UnsavedChangesGuard when={editing.dirty} />
    </div>
  )
}
