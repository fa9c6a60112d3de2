import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button, LinkButton } from '@/components/Button'
import { ResponseStatePill } from '@/components/marks'
import { ProblemNote } from '@/components/ProblemNote'
import { newId } from '@/lib/ids'
import { audit as t } from '@/lib/messages/audit'
import { registration } from '@/lib/messages/registration'
import { type Addressee, auditQuery, startResponse } from './api'
import { isSettled } from './responseState'

/** How far an addressee's response has come, and the way to it for those who may open or begin it. */
export function AddresseeResponse({
  addressee,
  committee,
  auditId,
  isFirst,
}: {
  addressee: Addressee
  committee: string
  auditId: string
  /** The first that the reader may begin: the page's one primary button. */
  isFirst: boolean
}) {
  const { may } = useViewer()
  const { committeeId, response } = addressee
  if (!response)
    return (
      <span className="stack tight">
        <span className="dim">{t.notBegun}</span>
        {may('response.draft', committeeId) && (
          <StartResponse addressee={addressee} committee={committee} auditId={auditId} isFirst={isFirst} />
        )}
        {may('response.register', committeeId) && (
          <span>
            <LinkButton
              small
              look="plain"
              to="/yttranden/registrera"
              search={{ granskning: auditId, adressat: addressee.id }}
              aria-label={registration.actFor(committee)}
            >
              {registration.act}
            </LinkButton>
          </span>
        )}
      </span>
    )
  const mayOpen = may('response.see_draft', committeeId) || (isSettled(response) && may('response.read'))
  return (
    <span className="stack tight">
      <span>
        <ResponseStatePill state={response.state} />
        {response.decidedOn && <span className="cap blk">{t.decidedOn(response.decidedOn)}</span>}
      </span>
      {mayOpen && (
        <span>
          <LinkButton small to="/yttranden/$id" params={{ id: response.id }} aria-label={t.openResponseFor(committee)}>
            {t.openResponse}
          </LinkButton>
        </span>
      )}
    </span>
  )
}

function StartResponse({
  addressee,
  committee,
  auditId,
  isFirst,
}: {
  addressee: Addressee
  committee: string
  auditId: string
  /** The first that the reader may begin: the page's one primary button. */
  isFirst: boolean
}) {
  const [id] = useState(newId)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => startResponse(id, addressee.id),
    onSuccess: async (response) => {
      void queryClient.invalidateQueries(auditQuery(auditId))
      void queryClient.invalidateQueries({ queryKey: ['responses'] })
      await navigate({ to: '/yttranden/$id', params: { id: response.id } })
    },
  })
  return (
    <>
      <span>
        <Button
          {...(isFirst ? { look: 'go' } : {})}
          small
          isPending={isPending}
          aria-label={t.startResponseFor(committee)}
          onPress={() => mutate()}
        >
          {t.startResponse}
        </Button>
      </span>
      {error && <ProblemNote problem={error} />}
    </>
  )
}
