import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { PageHead } from '@/components/PageHead'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { administration, organization as t } from '@/lib/messages/organization'
import { organizationQuery, updateOrganization } from './api'
import { PublicPagePanel } from './PublicPagePanel'

export function OrganizationPage() {
  const { data: organization } = useSuspenseQuery(organizationQuery)
  const { may } = useViewer()
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: organization,
    save: updateOrganization,
    reread: () => queryClient.fetchQuery({ ...organizationQuery, staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      void queryClient.invalidateQueries({ queryKey: organizationQuery.queryKey })
      void queryClient.invalidateQueries({ queryKey: ['session'] })
    },
  })
  const readOnly = !may('organization.edit')
  return (
    <>
      <PageHead title={administration.organization} sub={readOnly ? t.readOnly : t.sub} />
      <div className="panel in narrow">
        <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
          <TextField
            label={t.name}
            name="name"
            help={t.nameHelp}
            value={editing.content.name}
            onChange={(name) => editing.set({ name })}
            isReadOnly={readOnly}
          />
          <TextField
            label={t.auditorsName}
            name="auditorsName"
            help={t.auditorsNameHelp}
            value={editing.content.auditorsName}
            onChange={(auditorsName) => editing.set({ auditorsName })}
            isReadOnly={readOnly}
          />
          {!readOnly && (
            <div className="row">
              <Button look="go" type="submit" isPending={editing.pending}>
                {common.save}
              </Button>
            </div>
          )}
        </Form>
      </div>
      <UnsavedChangesGuard when={editing.dirty} />
      {!readOnly && <PublicPagePanel />}
    </>
  )
}
