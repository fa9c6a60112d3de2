import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useCallback, useRef } from 'react'
import { isUndecided } from '@/lib/way'
import { type Response, responseQuery } from './api'
import { DraftEditor } from './DraftEditor'
import { ResponseActions } from './ResponseActions'
import { ResponseHead } from './ResponseHead'
import { ResponsePlanPanel } from './ResponsePlanPanel'
import { ResponseRecord } from './ResponseRecord'
import { ResponseReading } from './ResponseReading'
import { OriginalNote } from './registration/OriginalNote'
import { ReadThroughPanel } from './readthrough/ReadThroughPanel'
import { ReturnNote } from './ReturnNote'
import { StepProblem } from './StepProblem'
import type { SaveNow } from './usePart'
import { useSteps } from './useSteps'

const route = getRouteApi('/shell/yttranden/$id')
const nothingOpen: SaveNow = () => Promise.resolve(true)

/** A committee's response: written by those who may, read by everybody else who may see it. */
export function ResponsePage({
  papers,
}: {
  /** The response's attachments, of another capability. */
  papers: (response: Response) => ReactNode
}) {
  const { id } = route.useParams()
  const { del } = route.useSearch()
  const { data: response } = useSuspenseQuery(responseQuery(id))
  const openPart = useRef(nothingOpen)
  const onOpen = useCallback((saveNow: SaveNow) => {
    openPart.current = saveNow
    return () => {
      openPart.current = nothingOpen
    }
  }, [])
  const steps = useSteps(
    response,
    useCallback(() => openPart.current(), []),
  )
  const mayWrite = response.may.includes('edit')
  return (
    <>
      <ResponseHead response={response} actions={<ResponseActions response={response} steps={steps} />} />
      <div className="stack">
        {steps.problem && <StepProblem response={response} problem={steps.problem} />}
        <ReturnNote response={response} />
        <OriginalNote response={response} />
        {isUndecided(response) && <ResponsePlanPanel response={response} />}
        {mayWrite ? (
          <>
            <DraftEditor response={response} address={del} onOpen={onOpen} />
            <ResponseRecord response={response} />
          </>
        ) : isUndecided(response) ? (
          <>
            <ReadThroughPanel response={response} />
            <ResponseRecord response={response} />
          </>
        ) : (
          <div className="cols">
            <ResponseReading response={response} />
            <ResponseRecord response={response} />
          </div>
        )}
        {papers(response)}
      </div>
    </>
  )
}
