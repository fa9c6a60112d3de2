import { useViewer } from '@/api/session'
import { Attachments } from '@/features/attachment/Attachments'
import { ResponsePage } from '@/features/response/ResponsePage'

/** Joins two capabilities: a response, and its papers, which stay inside its committee after the decision too. */
export function ResponseWithPapersPage() {
  const { may } = useViewer()
  return (
    <ResponsePage
      papers={({ id, committeeId }) =>
        may('response.see_draft', committeeId) && <Attachments thing="response" thingId={id} />
      }
    />
  )
}
