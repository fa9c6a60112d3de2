import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { controlPlanQuery } from './api'
import { NewRiskDialog } from './RiskDialog'
import { RiskMatrix } from './RiskMatrix'
import { RiskSheet } from './RiskSheet'
import { RisksPanel } from './RisksPanel'
import { TakeInPanel } from './TakeInPanel'
import { useFollowing } from './useFollowing'

const route = getRouteApi('/shell/internkontroll/$id/')

/** The risk analysis: the matrix to look at and work in, and the list. One risk at a time is read over the page, by its address. */
export function RisksTab({ ties }: { ties: (riskId: string) => ReactNode }) {
  const { id } = route.useParams()
  const { risk: read } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<string | null>(null)
  const shown = plan.risks.find((risk) => risk.id === read)
  useFollowing(selected, JSON.stringify(plan.risks.find((risk) => risk.id === selected)?.content))
  return (
    <div className="stack">
      <div className="rm">
        <RiskMatrix plan={plan} selected={selected} onSelect={setSelected} />
        <RisksPanel plan={plan} onAdd={() => setAdding(true)} />
      </div>
      {plan.may.includes('edit_risks') && plan.commonRisks.length > 0 && <TakeInPanel plan={plan} />}
      {shown && (
        <RiskSheet
          plan={plan}
          risk={shown}
          ties={ties(shown.id)}
          onClose={() => void navigate({ search: {}, resetScroll: false })}
        />
      )}
      {adding && <NewRiskDialog plan={plan} onClose={() => setAdding(false)} />}
    </div>
  )
}
