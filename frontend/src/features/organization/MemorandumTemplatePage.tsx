import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { common } from '@/lib/messages/common'
import { template as t } from '@/lib/messages/memorandum'
import { type MemorandumTemplateContent, memorandumTemplateQuery, updateMemorandumTemplate } from './api'
import { TemplateSections } from './TemplateSections'

/** The sections that every new memorandum begins with. */
export function MemorandumTemplatePage() {
  const { data: template } = useSuspenseQuery(memorandumTemplateQuery)
  const { may } = useViewer()
  const queryClient = useQueryClient()
  const editing = useEditing<MemorandumTemplateContent>({
    thing: template,
    save: updateMemorandumTemplate,
    reread: () => queryClient.fetchQuery({ ...memorandumTemplateQuery, staleTime: 0 }),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      void queryClient.invalidateQueries({ queryKey: memorandumTemplateQuery.queryKey })
    },
  })
  const { content, set } = editing
  const isReadOnly = !may('organization.edit')
  return (
    <>
      <PageHead title={t.tab} sub={isReadOnly ? t.readOnly : t.sub} />
      <div className="stack">
        {template.version === 0 && (
          <Note title={t.notSet}>
            <p>{t.notSetHelp}</p>
          </Note>
        )}
        <div className="panel in">
          <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
            {!isReadOnly && <StartingPoints startingPoints={template.startingPoints} use={set} />}
            <div className="form">
              <TextField
                label={t.name}
                name="name"
                help={t.nameHelp}
                width={3}
                value={content.name}
                onChange={(name) => set({ name })}
                isReadOnly={isReadOnly}
              />
              <TextField
                label={t.lead}
                name="decisionLead"
                help={t.leadHelp}
                width={3}
                optional
                value={content.decisionLead}
                onChange={(decisionLead) => set({ decisionLead })}
                isReadOnly={isReadOnly}
              />
            </div>
            <TemplateSections
              value={content.sections}
              onChange={(sections) => set({ sections })}
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
        </div>
      </div>
      <UnsavedChangesGuard when={editing.dirty} />
    </>
  )
}

function StartingPoints({
  startingPoints,
  use,
}: {
  startingPoints: readonly MemorandumTemplateContent[]
  use: (content: MemorandumTemplateContent) => void
}) {
  return (
    <div className="field" role="group" aria-labelledby="start" aria-describedby="start-help">
      <span className="label" id="start">
        {t.start}
      </span>
      <p className="help" id="start-help">
        {t.startHelp}
      </p>
      <div className="row">
        {startingPoints.map((content) => (
          <Button
            key={content.decisionLead}
            small
            onPress={() => {
              use(content)
              showToast({ tone: 'ok', title: t.used })
            }}
          >
            {t.startingPoint(content.decisionLead)}
          </Button>
        ))}
      </div>
    </div>
  )
}
