import { Suspense } from 'react'
import { useViewer } from '@/api/session'
import { IndicatorsOf } from '@/features/indicator/IndicatorsOf'
import { LoopOf } from '@/features/loop/LoopOf'

/** Joins two capabilities: what a risk or a control is tied to, and the indicators that speak of it. */
export function Ties({ thing, id }: { thing: 'risk' | 'control'; id: string }) {
  const { may } = useViewer()
  return (
    <>
      {may('controlplan.read') && <LoopOf thing={thing} id={id} />}
      <Suspense>
        <IndicatorsOf thing={thing} id={id} />
      </Suspense>
    </>
  )
}
