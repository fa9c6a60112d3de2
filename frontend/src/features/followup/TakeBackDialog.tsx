import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { measures as t } from '@/lib/messages/followup'
import { type FollowedMeasure, takeMeasureBack, useChanged } from './api'

export function TakeBackDialog({ measure, onClose }: { measure: FollowedMeasure; onClose: () => void }) {
  const changed = useChanged()
  async function takeBack() {
    await takeMeasureBack(measure)
    showToast({ tone: 'ok', title: t.takenBack })
    onClose()
    await changed()
  }
  return (
    <ConfirmDialog
      title={t.takeBackTitle(measure.person?.name ?? '')}
      confirm={t.takeBack}
      onConfirm={takeBack}
      onCancel={onClose}
    >
      <p>{t.takeBackHelp}</p>
    </ConfirmDialog>
  )
}
