import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Schema } from '@/api/client'
import { draftPlansQuery, makeRisk } from '@/api/queries'
import { newId } from '@/lib/ids'
import { makingRisk as t } from '@/lib/messages/controlplan'
import { asProblem } from '@/lib/problem'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { Form, FormActions } from './Form'
import { Select } from './Select'
import { Skeleton } from './Skeleton'
import { TextField } from './TextField'
import { showToast } from './Toasts'

interface Making {
  /** What it comes from: a control deviation or a recommendation. */
  origin: Pick<Schema['NewRisk'], 'deviationId' | 'recommendationId'>
  committeeId: string
  /** Only drafts for later years than this. */
  after?: number
  /** Suggested, to be worded as a risk. */
  title: string
  cause: string
  onMade: (plan: Schema['ControlPlan']) => Promise<unknown>
  onClose: () => void
}

/** Makes it a risk of one of the committee's drafts, where it is valued and chosen to the plan. */
export function MakeRiskDialog(making: Making) {
  return (
    <Dialog title={t.title} onClose={making.onClose}>
      <Suspense fallback={<Skeleton />}>
        <MakeRiskForm {...making} />
      </Suspense>
    </Dialog>
  )
}

const longestTitle = 500

function MakeRiskForm({ origin, committeeId, after = 0, title: suggested, cause, onMade, onClose }: Making) {
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(draftPlansQuery(committeeId))
  const drafts = data.filter(({ year }) => year > after)
  const [id] = useState(newId)
  const [plan, setPlan] = useState<string | null>(drafts.at(-1)?.id ?? null)
  const [title, setTitle] = useState(suggested.slice(0, longestTitle))
  const { mutate, error, isPending } = useMutation({
    mutationFn: (to: string) => makeRisk(to, { id, ...origin }, { title, cause }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['control-plans'], refetchType: 'none' })
      await queryClient.invalidateQueries({ queryKey: ['loop'] })
      showToast({ tone: 'ok', title: t.made })
      await onMade(made)
      onClose()
    },
  })
  return (
    <Form problem={error && asProblem(error)} onSubmit={() => plan !== null && mutate(plan)}>
      <p className="sub">{t.help}</p>
      <Select
        label={t.draft}
        value={plan}
        onChange={setPlan}
        options={drafts.map((draft) => ({ id: draft.id, label: t.draftName(draft.year) }))}
      />
      <TextField label={t.risk} name="title" maxLength={longestTitle} value={title} onChange={setTitle} />
      <FormActions onCancel={onClose}>
        <Button look="go" type="submit" isPending={isPending}>
          {t.make}
        </Button>
      </FormActions>
    </Form>
  )
}
