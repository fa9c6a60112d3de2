import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { loop as t } from '@/lib/messages/loop'
import { asProblem } from '@/lib/problem'
import { draftPlansQuery, makeRisk } from './api'

interface Recommendation {
  recommendationId: string
  committeeId: string
  text: string
}

/** Makes a recommendation a risk of the committee's draft, for those who may enter risks there; nothing without a draft. */
export function MakeRisk(recommendation: Recommendation) {
  const { may } = useViewer()
  return may('risk.edit', recommendation.committeeId) ? <MakeRiskButton {...recommendation} /> : null
}

function MakeRiskButton(recommendation: Recommendation) {
  const [isOpen, setIsOpen] = useState(false)
  const { data: drafts } = useQuery(draftPlansQuery(recommendation.committeeId))
  if (!drafts?.length) return null
  return (
    <p>
      <Button icon="plus" onPress={() => setIsOpen(true)}>
        {t.makeRisk}
      </Button>
      {isOpen && <MakeRiskDialog {...recommendation} drafts={drafts} onClose={() => setIsOpen(false)} />}
    </p>
  )
}

const longestTitle = 300

function MakeRiskDialog({
  recommendationId,
  text,
  drafts,
  onClose,
}: Recommendation & { drafts: readonly { id: string; year: number }[]; onClose: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const [planId, setPlanId] = useState(drafts[0]?.id ?? '')
  const [title, setTitle] = useState(text.slice(0, longestTitle))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => makeRisk(planId, id, recommendationId, title),
    onSuccess: async (plan) => {
      await queryClient.invalidateQueries({ queryKey: ['loop'] })
      await queryClient.invalidateQueries({ queryKey: ['control-plans'] })
      showToast({ tone: 'ok', title: t.riskMade })
      await navigate({ to: '/internkontroll/$id', params: { id: plan.id } })
    },
  })
  return (
    <Dialog title={t.makeRiskTitle} onClose={onClose} dirty={title !== text.slice(0, longestTitle)}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.makeRiskHelp}</p>
        <Select
          label={t.plan}
          value={planId}
          onChange={setPlanId}
          options={drafts.map((plan) => ({ id: plan.id, label: t.planName(plan.year) }))}
        />
        <TextField
          label={t.riskTitle}
          name="title"
          help={t.riskTitleHelp}
          value={title}
          onChange={setTitle}
          maxLength={longestTitle}
        />
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={isPending}>
            {t.makeRisk}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
