import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { draftPlansQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { MakeRiskDialog } from '@/components/MakeRiskDialog'
import { loop as t } from '@/lib/messages/loop'

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

function MakeRiskButton({ recommendationId, committeeId, text }: Recommendation) {
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const { data: drafts } = useQuery(draftPlansQuery(committeeId))
  if (!drafts?.length) return null
  return (
    <p>
      <Button icon="plus" onPress={() => setIsOpen(true)}>
        {t.makeRisk}
      </Button>
      {isOpen && (
        <MakeRiskDialog
          origin={{ deviationId: null, recommendationId }}
          committeeId={committeeId}
          title={text}
          cause=""
          onMade={({ id }) => navigate({ to: '/internkontroll/$id', params: { id } })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </p>
  )
}
