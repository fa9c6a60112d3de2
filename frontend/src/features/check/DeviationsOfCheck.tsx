import { Button } from '@/components/Button'
import { check as t } from '@/lib/messages/check'
import type { Check } from './api'
import { DeviationTable } from './DeviationTable'

/** What has been noted on the check, and where more is noted. Nothing at all where nothing deviates. */
export function DeviationsOfCheck({ check, onNote }: { check: Check; onNote: () => void }) {
  const mayNote = check.may.includes('note_deviation')
  if (check.deviations.length === 0 && !mayNote) return null
  return (
    <section className="stack tight">
      <div className="row far">
        <h2>{t.deviationsTitle}</h2>
        {mayNote && (
          <Button icon="plus" onPress={onNote}>
            {t.note}
          </Button>
        )}
      </div>
      <div className="panel">
        {check.deviations.length === 0 ? (
          <p className="in cap">{t.noDeviations}</p>
        ) : (
          <DeviationTable rows={check.deviations} />
        )}
      </div>
    </section>
  )
}
