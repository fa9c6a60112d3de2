import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button, LinkButton } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { doors } from '@/lib/messages/followup'
import { through } from '@/lib/messages/memorandum'
import { actions as t } from '@/lib/messages/response'
import { AfterActions } from './after/AfterActions'
import { approve, discard, type Response, responseQuery, submit, withdraw } from './api'
import { DispatchDialog } from './DispatchDialog'
import { DocumentMenu } from './DocumentMenu'
import { ReturnDialog } from './ReturnDialog'
import type { Steps } from './useSteps'

/** What the reader may do with the response now; the next step is the page's primary button. */
export function ResponseActions({ response, steps }: { response: Response; steps: Steps }) {
  const [open, setOpen] = useState<'return' | 'dispatch' | 'discard'>()
  const may = (action: Response['may'][number]) => response.may.includes(action)
  const close = () => setOpen(undefined)
  // A refusal is shown on the page, by StepProblem.
  const take = (act: (response: Response) => Promise<Response>, done: string) =>
    void steps.take({ act, done }).catch(() => undefined)
  return (
    <>
      {may('delete') && (
        <Button look="no" onPress={() => setOpen('discard')}>
          {t.discard}
        </Button>
      )}
      <DocumentMenu response={response} />
      {isDecided(response) && (
        <LinkButton
          look="plain"
          icon="recommendations"
          to="/rekommendationer"
          search={{ granskning: response.auditId, namnd: [response.committeeId] }}
        >
          {doors.followUp}
        </LinkButton>
      )}
      {may('edit') && (
        <LinkButton look="plain" icon="search" to="/yttranden/$id/genomlasning" params={{ id: response.id }}>
          {through.act}
        </LinkButton>
      )}
      {may('withdraw') && (
        <Button isPending={steps.pending} onPress={() => take(withdraw, t.withdrawn)}>
          {t.withdraw}
        </Button>
      )}
      {may('return') && (
        <Button icon="returned" onPress={() => setOpen('return')}>
          {t.return}
        </Button>
      )}
      {may('submit') && (
        <Button look="go" isPending={steps.pending} onPress={() => take(submit, t.submitted)}>
          {t.submit}
        </Button>
      )}
      {may('approve') && (
        <Button look="go" isPending={steps.pending} onPress={() => take(approve, t.approved)}>
          {t.approve}
        </Button>
      )}
      {may('decide') && (
        <LinkButton look="go" to="/yttranden/$id/beslut" params={{ id: response.id }}>
          {t.decide}
        </LinkButton>
      )}
      {may('dispatch') && (
        <Button {...(response.state === 'decided' && { look: 'go' })} onPress={() => setOpen('dispatch')}>
          {t.dispatch}
        </Button>
      )}
      <AfterActions response={response} />
      {open === 'return' && <ReturnDialog response={response} onClose={close} />}
      {open === 'dispatch' && <DispatchDialog response={response} onClose={close} />}
      {open === 'discard' && <DiscardDialog response={response} onClose={close} />}
    </>
  )
}

function isDecided({ state }: Response): boolean {
  return state === 'decided' || state === 'delivered'
}

function DiscardDialog({ response, onClose }: { response: Response; onClose: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  async function act() {
    await discard(await queryClient.fetchQuery({ ...responseQuery(response.id), staleTime: 0 }))
    showToast({ tone: 'ok', title: t.discarded })
    await navigate({ to: '/yttranden', ignoreBlocker: true })
    await queryClient.invalidateQueries({ queryKey: ['responses', 'list'] })
  }
  return (
    <ConfirmDialog title={t.discardTitle} confirm={t.discard} destructive onConfirm={act} onCancel={onClose}>
      <p>{t.discardHelp}</p>
    </ConfirmDialog>
  )
}
