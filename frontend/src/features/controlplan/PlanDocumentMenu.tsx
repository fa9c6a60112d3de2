import { planHead as t } from '@/lib/messages/controls'
import { planDocumentAddress, type ControlPlan, type PlanDocumentFormat } from './api'
import { DownloadMenu } from './DownloadMenu'

const formats: readonly PlanDocumentFormat[] = ['pdf', 'docx', 'xlsx']

/** The plan and its report as documents, each in three formats. */
export function PlanDocumentMenu({ plan }: { plan: ControlPlan }) {
  const parts = plan.state === 'draft' ? (['plan'] as const) : (['plan', 'report'] as const)
  return (
    <DownloadMenu
      label={t.documents}
      files={parts.flatMap((part) =>
        formats.map((format) => ({
          name: `${t.planParts[part]}, ${t.formats[format]}`,
          address: planDocumentAddress(plan.id, part, format),
          opens: format === 'pdf',
        })),
      )}
    />
  )
}
