import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '@/components/EmptyState'
import { amendments as t } from '@/lib/messages/controls'
import { controlPlanQuery } from '../api'
import { DecisionsPanel } from '../decision/DecisionsPanel'
import { AmendmentPanel } from './AmendmentPanel'

const route = getRouteApi('/shell/internkontroll/$id/andringar')

/** What has been decided about the plan, and what its amendments change, the latest first. */
export function ChangesTab() {
  const { id } = route.useParams()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const isDraft = plan.state === 'draft'
  return (
    <div className="stack">
      {plan.amendments.toReversed().map((amendment) => (
        <AmendmentPanel key={amendment.id} plan={plan} amendment={amendment} />
      ))}
      {plan.amendments.length === 0 && (
        <div className="panel">
          <EmptyState icon="pencil" title={isDraft ? t.emptyDraft : t.empty}>
            {isDraft ? t.emptyDraftHelp : t.emptyHelp}
          </EmptyState>
        </div>
      )}
      <DecisionsPanel plan={plan} />
    </div>
  )
}
