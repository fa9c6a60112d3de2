import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { measureReporting as t } from '@/lib/messages/followup'
import type { FollowedMeasure } from './api'
import { MeasureReportFields } from './MeasureReportFields'
import { SinceThen } from './SinceThen'
import { measureEvents, saidSince } from './timeline'
import { useMeasureReport } from './useMeasureReport'

export function MeasureReportDialog({
  measure,
  reread,
  onClose,
}: {
  measure: FollowedMeasure
  reread: () => Promise<FollowedMeasure>
  onClose: () => void
}) {
  const { draft, set, dirty, addition } = useMeasureReport({ measure, reread, onReported: onClose })
  return (
    <Dialog title={t.title} onClose={onClose} dirty={dirty}>
      <Form problem={addition.problem} onSubmit={addition.send}>
        {addition.since && (
          <SinceThen
            events={saidSince(measureEvents(addition.begun), measureEvents(addition.since))}
            onSend={addition.send}
          />
        )}
        <p className="sub">{measure.content.what}</p>
        <MeasureReportFields draft={draft} set={set} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={addition.pending}>
            {t.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
