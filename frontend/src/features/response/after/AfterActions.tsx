import { useState } from 'react'
import { Button } from '@/components/Button'
import { receiving, supplementing, verifying } from '@/lib/messages/response'
import type { Response } from '../api'
import { ReceptionDialog } from './ReceptionDialog'
import { SupplementDialog } from './SupplementDialog'
import { VerificationDialog } from './VerificationDialog'

/** What is done with a response after its decision: the minutes verified, the auditors' word, a supplement begun. */
export function AfterActions({ response }: { response: Response }) {
  const [open, setOpen] = useState<'verify' | 'receive' | 'supplement'>()
  const { may, decision, reception, supplementIds } = response
  const close = () => setOpen(undefined)
  const isAsked = reception?.content.reception === 'supplement_requested' && supplementIds.length === 0
  return (
    <>
      {may.includes('verify') && (
        <Button onPress={() => setOpen('verify')}>{decision?.verifiedOn ? verifying.change : verifying.act}</Button>
      )}
      {may.includes('supplement') && (
        <Button {...(isAsked && { look: 'go' })} onPress={() => setOpen('supplement')}>
          {supplementing.act}
        </Button>
      )}
      {may.includes('receive') && (
        <Button {...(!reception && { look: 'go' })} onPress={() => setOpen('receive')}>
          {reception ? receiving.change : receiving.act}
        </Button>
      )}
      {open === 'verify' && <VerificationDialog response={response} onClose={close} />}
      {open === 'receive' && <ReceptionDialog response={response} onClose={close} />}
      {open === 'supplement' && <SupplementDialog response={response} onClose={close} />}
    </>
  )
}
