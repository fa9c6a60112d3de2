import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { ApproximateDateField } from '@/components/ApproximateDateField'
import { Button } from '@/components/Button'
import { Ticks } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { RecommendationsField } from '@/components/RecommendationsField'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { planActions as t } from '@/lib/messages/operationalplan'
import { asProblem } from '@/lib/problem'
import {
  addAction,
  type OperationalPlan,
  operationalPlanQuery,
  type PlanAction,
  type PlanActionContent,
  useChangedPlan,
  writeAction,
} from './api'

export function NewActionDialog({ plan, onClose }: { plan: OperationalPlan; onClose: () => void }) {
  const [id] = useState(newId)
  const [begun] = useState<PlanActionContent>(() => ({
    number: nextNumber(plan),
    area: plan.actions.at(-1)?.content.area ?? '',
    what: '',
    function: '',
    ready: null,
    committeeIds: [],
    recommendationIds: [],
  }))
  return (
    <ActionDialog
      title={t.addTitle}
      plan={plan}
      begun={begun}
      save={(content) => addAction(plan.id, { id, content })}
      onClose={onClose}
    />
  )
}

/** The number after the last one, where it is a number. */
function nextNumber({ actions }: OperationalPlan): string {
  if (actions.length === 0) return '1'
  const last = Number(actions.at(-1)?.content.number)
  return Number.isInteger(last) ? String(last + 1) : ''
}

export function EditActionDialog({
  plan,
  action,
  onClose,
}: {
  plan: OperationalPlan
  action: PlanAction
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const [version, setVersion] = useState(action.version)

  /** Somebody else was first: what is typed is kept, and saving again builds on what the other has made of it. */
  async function save(content: PlanActionContent): Promise<OperationalPlan> {
    try {
      return await writeAction(action.id, content, version)
    } catch (failure) {
      if (asProblem(failure).isConflict) {
        const now = await queryClient.fetchQuery({ ...operationalPlanQuery(plan.id), staleTime: 0 })
        setVersion(now.actions.find(({ id }) => id === action.id)?.version ?? version)
      }
      throw failure
    }
  }

  return (
    <ActionDialog
      title={t.editTitle(action.content.number)}
      plan={plan}
      begun={action.content}
      save={save}
      onClose={onClose}
    />
  )
}

function ActionDialog({
  title,
  plan,
  begun,
  save,
  onClose,
}: {
  title: string
  plan: OperationalPlan
  begun: PlanActionContent
  save: (content: PlanActionContent) => Promise<OperationalPlan>
  onClose: () => void
}) {
  const [first] = useState(begun)
  const [content, setContent] = useState(first)
  const changed = useChangedPlan()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => save(content),
    onSuccess: async (after) => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
      await changed(after)
    },
  })
  return (
    <Dialog title={title} onClose={onClose} dirty={content !== first}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <ActionFields plan={plan} content={content} set={(part) => setContent((now) => ({ ...now, ...part }))} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function ActionFields({
  plan,
  content,
  set,
}: {
  plan: OperationalPlan
  content: PlanActionContent
  set: (part: Partial<PlanActionContent>) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const others = committees.filter(({ id }) => id !== plan.committeeId)
  return (
    <>
      <div className="form">
        <TextField
          label={t.number}
          name="number"
          help={t.numberHelp}
          value={content.number}
          onChange={(number) => set({ number })}
          maxLength={20}
        />
        <TextField
          label={t.area}
          name="area"
          width={4}
          optional
          value={content.area}
          onChange={(area) => set({ area })}
          maxLength={200}
        />
      </div>
      <TextArea label={t.what} name="what" value={content.what} onChange={(what) => set({ what })} maxLength={4000} />
      <TextField
        label={t.responsible}
        name="function"
        optional
        value={content.function}
        onChange={(responsible) => set({ function: responsible })}
        maxLength={200}
      />
      <ApproximateDateField
        label={t.ready}
        lastDayLabel={t.lastDay}
        name="ready"
        optional
        value={content.ready}
        onChange={(ready) => set({ ready })}
      />
      <RecommendationsField
        committeeId={plan.committeeId}
        name="recommendationIds"
        value={content.recommendationIds}
        onChange={(recommendationIds) => set({ recommendationIds })}
      />
      {others.length > 0 && (
        <Ticks
          label={t.committees}
          name="committeeIds"
          optional
          help={t.committeesHelp}
          value={content.committeeIds}
          onChange={(committeeIds) => set({ committeeIds })}
          options={others.map((committee) => ({ id: committee.id, label: committee.content.name }))}
        />
      )}
    </>
  )
}
