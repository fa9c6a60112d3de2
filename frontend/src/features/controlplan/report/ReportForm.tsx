import { useQueryClient } from '@tanstack/react-query'
import { previewText } from '@/api/preview'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Form, FormActions } from '@/components/Form'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { optionsOf } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { planReport as t } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import type { Versioned } from '@/lib/versioned'
import { type ControlPlan, controlPlanQuery, type PlanReportContent, writeReport } from '../api'
import { useKeepPlan } from '../useKeepPlan'

type Judgement = NonNullable<PlanReportContent['judgement']>

/** The committee's judgement of its internal control, and what it says of the year. */
export function ReportForm({ plan }: { plan: ControlPlan }) {
  const queryClient = useQueryClient()
  const keep = useKeepPlan()
  const editing = useEditing<PlanReportContent>({
    thing: reportOf(plan),
    save: async (content, version) => {
      const after = await writeReport(plan.id, content, version)
      keep(after)
      return reportOf(after)
    },
    reread: async () => reportOf(await queryClient.fetchQuery({ ...controlPlanQuery(plan.id), staleTime: 0 })),
    onSaved: () => showToast({ tone: 'ok', title: t.saved }),
  })
  const { content, set } = editing
  return (
    <>
      <UnsavedChangesGuard when={editing.dirty} />
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <Choices<Judgement>
          label={t.judgement}
          name="judgement"
          value={content.judgement}
          onChange={(judgement) => set({ judgement })}
          options={optionsOf(values.judgement)}
        />
        <MarkdownEditor
          label={t.text}
          name="text"
          help={t.textHelp}
          value={content.text}
          onChange={(text) => set({ text })}
          preview={previewText}
          rows={14}
        />
        <FormActions>
          <Button look={plan.may.includes('decide_report') ? 'plain' : 'go'} type="submit" isPending={editing.pending}>
            {t.save}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

/** A report that nobody has written yet is empty, of version 0. */
function reportOf({ report }: ControlPlan): Versioned<PlanReportContent> {
  return report ?? { version: 0, content: { judgement: null, text: '' } }
}
