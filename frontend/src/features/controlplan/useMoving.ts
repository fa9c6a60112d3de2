import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/components/Toasts'
import { matrix as t } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import { type ControlPlan, controlPlanQuery, type Risk, type RiskPoint, type Which, writeRisk } from './api'
import { valueOf } from './matrix'

interface Move {
  risk: Risk
  to: RiskPoint | null
}

/** Moves a risk in the matrix at once, and offers to take it back. */
export function useMoving(plan: ControlPlan, which: Which) {
  const queryClient = useQueryClient()
  const { queryKey } = controlPlanQuery(plan.id)
  const { mutate } = useMutation({
    scope: { id: plan.id },
    mutationFn: ({ risk, to }: Move) => {
      const now = queryClient.getQueryData<ControlPlan>(queryKey)?.risks.find(({ id }) => id === risk.id) ?? risk
      return writeRisk(risk.id, { ...now.content, [which]: to }, now.version)
    },
    onSuccess: (after, { risk, to }) => {
      queryClient.setQueryData(queryKey, after)
      if (to === null) return
      showToast({
        tone: 'ok',
        title: t.moved(risk.number, stepOf('likelihood', to), stepOf('consequence', to), placeOf(to)),
        action: { label: t.undo, act: () => mutate({ risk, to: risk.content[which] }) },
      })
    },
    onError: (failure) => {
      const { title, advice } = asProblem(failure).words
      showToast({ tone: 'bad', title, detail: advice })
      void queryClient.invalidateQueries({ queryKey })
    },
  })

  function stepOf(axis: 'likelihood' | 'consequence', point: RiskPoint): string {
    return t.step(point[axis], plan.scale[axis][point[axis] - 1]?.label ?? '')
  }

  function placeOf(point: RiskPoint): string {
    const { level, value } = valueOf(plan.scale, point)
    return t.place(values.riskLevel[level], value)
  }

  return (risk: Risk, to: RiskPoint) => mutate({ risk, to })
}
