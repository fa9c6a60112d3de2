import { useState } from 'react'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { measureReporting as t } from '@/lib/messages/followup'
import { type FollowedMeasure, reportMeasure, useChanged } from './api'
import { emptyReport, type MeasureReportDraft, reportOf } from './measureReport'
import { type Addition, useAddition } from './useAddition'

interface MeasureReporting {
  draft: MeasureReportDraft
  set: (part: Partial<MeasureReportDraft>) => void
  dirty: boolean
  addition: Addition<FollowedMeasure>
}

/** A report on a measure, while it is written. */
export function useMeasureReport({
  measure,
  reread,
  onReported,
}: {
  measure: FollowedMeasure
  reread: () => Promise<FollowedMeasure>
  onReported: () => void
}): MeasureReporting {
  const [id] = useState(newId)
  const [empty] = useState(() => emptyReport(today()))
  const [draft, setDraft] = useState(empty)
  const changed = useChanged()
  const addition = useAddition({
    thing: measure,
    send: (version) => reportMeasure(measure.id, reportOf(id, draft), version),
    reread,
    onAdded: async () => {
      showToast({ tone: 'ok', title: t.sent })
      await changed()
      onReported()
    },
  })
  return { draft, set: (part) => setDraft((now) => ({ ...now, ...part })), dirty: draft !== empty, addition }
}
