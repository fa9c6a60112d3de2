import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { risks as t } from '@/lib/messages/controlplan'
import { addRisk, type CommonRisk, type ControlPlan, controlPlanQuery } from './api'

/** What is common to all committees and not yet in this plan. */
export function TakeInPanel({ plan }: { plan: ControlPlan }) {
  const queryClient = useQueryClient()
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: ({ id, content: { title, category, cause, consequence } }: CommonRisk) =>
      addRisk(plan.id, {
        id: newId(),
        commonRiskId: id,
        deviationId: null,
        recommendationId: null,
        content: { title, category, cause, consequence, inherent: null, current: null, target: null, treatments: [] },
      }),
    onSuccess: (after) => {
      queryClient.setQueryData(controlPlanQuery(plan.id).queryKey, after)
      showToast({ tone: 'ok', title: t.takenIn })
    },
  })
  return (
    <section className="panel in" aria-labelledby="common">
      <h2 id="common">{t.commonTitle}</h2>
      <p className="sub">{t.commonHelp}</p>
      {error && <ProblemNote problem={error} />}
      <ul className="stack">
        {plan.commonRisks.map((risk) => (
          <li key={risk.id} className="row far">
            <span className="words small">{risk.content.title}</span>
            <Button
              small
              aria-label={t.takeInLabel(risk.content.title)}
              isPending={isPending && variables.id === risk.id}
              onPress={() => mutate(risk)}
            >
              {t.takeIn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
