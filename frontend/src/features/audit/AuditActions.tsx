import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { audit as t } from '@/lib/messages/audit'
import { type Audit, auditQuery, confirmAudit, deleteAudit } from './api'

/** What the reader may do with the audit as a whole. */
export function AuditActions({ audit }: { audit: Audit }) {
  const [asking, setAsking] = useState<'confirm' | 'delete'>()
  const close = () => setAsking(undefined)
  return (
    <>
      {audit.may.includes('delete') && <Button onPress={() => setAsking('delete')}>{t.remove}</Button>}
      {audit.may.includes('correct') && (
        <LinkButton icon="pencil" to="/granskningar/$id/andra" params={{ id: audit.id }}>
          {t.change}
        </LinkButton>
      )}
      {audit.may.includes('confirm') && (
        <Button look="go" onPress={() => setAsking('confirm')}>
          {t.confirm}
        </Button>
      )}
      {asking === 'confirm' && <Confirming audit={audit} onClose={close} />}
      {asking === 'delete' && <Deleting audit={audit} onClose={close} />}
    </>
  )
}

function Confirming({ audit, onClose }: { audit: Audit; onClose: () => void }) {
  const queryClient = useQueryClient()
  async function confirm() {
    const confirmed = await confirmAudit(audit)
    queryClient.setQueryData(auditQuery(audit.id).queryKey, confirmed)
    void queryClient.invalidateQueries({ queryKey: ['audits'] })
    showToast({ tone: 'ok', title: t.confirmedNow })
    onClose()
  }
  return (
    <ConfirmDialog title={t.confirmTitle} confirm={t.confirm} onConfirm={confirm} onCancel={onClose}>
      <p>{t.confirmHelp}</p>
    </ConfirmDialog>
  )
}

function Deleting({ audit, onClose }: { audit: Audit; onClose: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  async function remove() {
    await deleteAudit(audit)
    showToast({ tone: 'ok', title: t.removed })
    await navigate({ to: '/granskningar' })
    queryClient.removeQueries(auditQuery(audit.id))
    await queryClient.invalidateQueries({ queryKey: ['audits'] })
  }
  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.removeConfirm} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
