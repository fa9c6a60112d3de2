import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { committeeName } from '@/api/queries'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Note } from '@/components/Note'
import { Select } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { succession as t } from '@/lib/messages/organization'
import { asProblem } from '@/lib/problem'
import { type Committee, committeeQuery, handOverToSuccessor } from './api'

/** Hands the committee over to its successor; says first what follows. */
export function SuccessorDialog({
  committee,
  committees,
  onClose,
}: {
  committee: Committee
  committees: readonly Committee[]
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const [successorId, setSuccessorId] = useState<string | null>(null)
  const { mutate, isPending, error } = useMutation({
    // Nothing chosen goes to the server as it is: the answer names the field.
    mutationFn: (now: Committee) => handOverToSuccessor(now, successorId as string),
    onSuccess: async (succeeded) => {
      queryClient.setQueryData(committeeQuery(committee.id).queryKey, succeeded)
      showToast({ tone: 'ok', title: t.done(committee.content.name) })
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  const problem = error && asProblem(error)
  const others = committees.filter(({ id, successorId: gone }) => id !== committee.id && gone === null)
  return (
    <Dialog title={t.dialogTitle(committee.content.name)} onClose={onClose} dirty={successorId !== null}>
      <Form
        problem={problem}
        onSubmit={() => mutate(committee)}
        // Somebody else has changed the committee: it is handed over as it is now, or looked at first.
        onConflict={{
          keepMine: () =>
            void queryClient.fetchQuery({ ...committeeQuery(committee.id), staleTime: 0 }).then((now) => mutate(now)),
          takeOther: () => void queryClient.invalidateQueries(committeeQuery(committee.id)).then(onClose),
        }}
      >
        <Select
          label={t.successor}
          name="successorId"
          value={successorId}
          onChange={setSuccessorId}
          options={others.map(({ id }) => ({ id, label: committeeName(committees, id) }))}
          {...(others.length === 0 ? { help: t.noOthers } : {})}
        />
        <Note tone="warn" title={t.followsTitle}>
          <ul>
            {t.follows.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
        <FormActions onCancel={onClose}>
          <Button look="no" type="submit" isPending={isPending}>
            {t.confirm}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
