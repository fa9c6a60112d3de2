import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { controls as t } from '@/lib/messages/controls'
import { type Control, deleteControl } from '../api'
import { useKeepPlan } from '../useKeepPlan'

export function RemoveControl({ control, onClose }: { control: Control; onClose: () => void }) {
  const keep = useKeepPlan()
  async function remove() {
    keep(await deleteControl(control))
    onClose()
    showToast({ tone: 'ok', title: t.removed(control.number) })
  }
  return (
    <ConfirmDialog
      title={t.removeTitle(control.number)}
      confirm={t.remove(control.number)}
      destructive
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{control.content.title}</p>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
