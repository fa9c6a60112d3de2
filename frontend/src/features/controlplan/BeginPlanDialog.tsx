import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Select } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { controlPlans as t } from '@/lib/messages/controlplan'
import { asProblem } from '@/lib/problem'
import { beginControlPlan } from './api'

/** Begins a committee's risk analysis for a year; in autumn that is mostly the next. */
export function BeginPlanDialog({
  committees,
  onClose,
}: {
  committees: readonly Schema['Committee'][]
  onClose: () => void
}) {
  const [id] = useState(newId)
  const thisYear = Number(today().slice(0, 4))
  const [committeeId, setCommitteeId] = useState(committees.length === 1 ? (committees[0]?.id ?? null) : null)
  const [year, setYear] = useState(String(today() >= `${thisYear}-08-01` ? thisYear + 1 : thisYear))
  const [fromYearBefore, setFromYearBefore] = useState(true)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    // Nothing chosen goes to the server as it is: the answer names the field.
    mutationFn: () => beginControlPlan({ id, committeeId: committeeId as string, year: Number(year), fromYearBefore }),
    onSuccess: async (plan) => {
      await queryClient.invalidateQueries({ queryKey: ['control-plans', 'list'] })
      showToast({ tone: 'ok', title: t.begun })
      await navigate({ to: '/internkontroll/$id', params: { id: plan.id } })
    },
  })
  return (
    <Dialog title={t.beginTitle} onClose={onClose}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.beginHelp}</p>
        <Select
          label={t.committee}
          name="committeeId"
          value={committeeId}
          onChange={setCommitteeId}
          options={committees.map((committee) => ({ id: committee.id, label: committee.content.name }))}
        />
        <Select
          label={t.year}
          name="year"
          value={year}
          onChange={setYear}
          options={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ id: String(one), label: String(one) }))}
        />
        <Checkbox label={t.fromYearBefore} value={fromYearBefore} onChange={setFromYearBefore} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.begin}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
