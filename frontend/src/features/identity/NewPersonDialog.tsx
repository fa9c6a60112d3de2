import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { InitialPassword } from '@/components/InitialPassword'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { people as t } from '@/lib/messages/identity'
import { asProblem } from '@/lib/problem'
import { createMembership, type MembershipContent } from './api'
import { grantableRoles } from './grants'
import { firstGrant, RolesField } from './RolesField'

/** Gives somebody roles here. A new account's first password is shown once, before the dialog closes. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [id] = useState(newId)
  const [person, setPerson] = useState({ name: '', email: '' })
  const { session } = useViewer()
  const [content, setContent] = useState<MembershipContent>(() => ({
    title: '',
    roles: [firstGrant(grantableRoles(session.roles), committees[0]?.id ?? null)],
  }))
  const queryClient = useQueryClient()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => createMembership({ id, ...person, content }),
    onSuccess: async ({ membership, initialPassword }) => {
      await queryClient.invalidateQueries({ queryKey: ['memberships'] })
      if (initialPassword !== null) return
      showToast({ tone: 'ok', title: t.created(membership.account.name), detail: t.createdDetail })
      onClose()
    },
  })

  if (data?.initialPassword) {
    return <InitialPassword name={data.membership.account.name} password={data.initialPassword} onClose={onClose} />
  }
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={person.name !== '' || person.email !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <TextField
          label={t.name}
          name="name"
          help={t.nameHelp}
          value={person.name}
          onChange={(name) => setPerson({ ...person, name })}
        />
        <TextField
          label={t.email}
          name="email"
          type="email"
          value={person.email}
          onChange={(email) => setPerson({ ...person, email })}
        />
        <TextField
          label={t.function}
          name="title"
          help={t.functionHelp}
          optional
          value={content.title}
          onChange={(title) => setContent({ ...content, title })}
        />
        <RolesField value={content.roles} onChange={(roles) => setContent({ ...content, roles })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
