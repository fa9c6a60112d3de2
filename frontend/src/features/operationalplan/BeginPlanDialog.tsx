import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { operationalPlans as t } from '@/lib/messages/operationalplan'
import { asProblem } from '@/lib/problem'
import { beginPlan, useChangedPlan } from './api'

/** Begins a committee's plan for a year; in autumn that is mostly the next. */
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
  const [year, setYear] = useState(today() >= `${thisYear}-08-01` ? thisYear + 1 : thisYear)
  const [registryNumber, setRegistryNumber] = useState('')
  const navigate = useNavigate()
  const changed = useChangedPlan()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const content = { title: t.planTitleOf(year), registryNumber }
      // Nothing chosen goes to the server as it is: the answer names the field.
      return beginPlan({ id, committeeId: committeeId as string, year, content })
    },
    onSuccess: async (plan) => {
      await changed(plan)
      showToast({ tone: 'ok', title: t.begun })
      await navigate({ to: '/verksamhetsplan/$id', params: { id: plan.id } })
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
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
          options={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ id: String(one), label: String(one) }))}
        />
        <TextField
          label={t.registryNumber}
          name="content/registryNumber"
          optional
          value={registryNumber}
          onChange={setRegistryNumber}
          maxLength={100}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.begin}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
