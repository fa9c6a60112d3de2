import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Note } from '@/components/Note'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { risks as t } from '@/lib/messages/controlplan'
import { asProblem } from '@/lib/problem'
import { addRisk, type ControlPlan, controlPlanQuery, type Risk, type RiskContent, writeRisk } from './api'
import { contentOf, draftOf, isHalf, RiskFields } from './RiskFields'

const empty: RiskContent = {
  title: '',
  category: '',
  cause: '',
  consequence: '',
  inherent: null,
  current: null,
  target: null,
  treatments: [],
}

export function NewRiskDialog({ plan, onClose }: { plan: ControlPlan; onClose: () => void }) {
  const [id] = useState(newId)
  return (
    <RiskDialog
      title={t.addTitle}
      plan={plan}
      begun={empty}
      isCommon={false}
      save={(content) =>
        addRisk(plan.id, { id, commonRiskId: null, deviationId: null, recommendationId: null, content })
      }
      onClose={onClose}
    />
  )
}

export function EditRiskDialog({ plan, risk, onClose }: { plan: ControlPlan; risk: Risk; onClose: () => void }) {
  const queryClient = useQueryClient()
  const { queryKey } = controlPlanQuery(plan.id)
  const [version, setVersion] = useState(risk.version)

  /** Somebody else was first: what is typed is kept, and saving again builds on what the other has made of it. */
  async function save(content: RiskContent): Promise<ControlPlan> {
    try {
      return await writeRisk(risk.id, content, version)
    } catch (failure) {
      if (asProblem(failure).isConflict) {
        const now = await queryClient.fetchQuery({ ...controlPlanQuery(plan.id), staleTime: 0 })
        queryClient.setQueryData(queryKey, now)
        setVersion(now.risks.find(({ id }) => id === risk.id)?.version ?? version)
      }
      throw failure
    }
  }

  return (
    <RiskDialog
      title={t.editTitle(risk.number)}
      plan={plan}
      begun={risk.content}
      isCommon={risk.commonRiskId !== null}
      save={save}
      onClose={onClose}
    />
  )
}

function RiskDialog({
  title,
  plan,
  begun,
  isCommon,
  save,
  onClose,
}: {
  title: string
  plan: ControlPlan
  begun: RiskContent
  isCommon: boolean
  save: (content: RiskContent) => Promise<ControlPlan>
  onClose: () => void
}) {
  const [first] = useState(() => draftOf(begun))
  const [draft, setDraft] = useState(first)
  const [half, setHalf] = useState(false)
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => save(contentOf(draft)),
    onSuccess: (after) => {
      queryClient.setQueryData(controlPlanQuery(plan.id).queryKey, after)
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })

  function submit() {
    setHalf(isHalf(draft))
    if (!isHalf(draft)) mutate()
  }

  return (
    <Dialog title={title} onClose={onClose} dirty={draft !== first}>
      <Form problem={error && asProblem(error)} onSubmit={submit}>
        <RiskFields
          plan={plan}
          draft={draft}
          set={(part) => setDraft((now) => ({ ...now, ...part }))}
          isCommon={isCommon}
        />
        {half && <Note tone="bad" title={t.half} appears />}
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
