import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { ProblemNote } from '@/components/ProblemNote'
import { assignments, results as t } from '@/lib/messages/followup'
import { readVerdicts, type VerdictReading } from './api'
import { HandIn, Waiting } from './HandIn'
import { useReading } from './useReading'

/** Where a report that follows up earlier recommendations is handed in. */
export function ReadFollowupPage({ onRead }: { onRead: (read: VerdictReading) => void }) {
  const reading = useReading(readVerdicts, onRead)
  return (
    <>
      <PageHead title={t.readIn} crumbs={[{ label: assignments.title, link: { to: '/rekommendationer' } }]} />
      <div className="stack">
        {reading.problem && <ProblemNote problem={reading.problem} onRetry={() => reading.read(reading.files)} />}
        {reading.isReading ? <Waiting {...reading} /> : <HandIn help={t.dropHelp} onChoose={reading.read} />}
        <Note title={t.noteTitle}>
          <p>{t.noteHelp}</p>
        </Note>
      </div>
    </>
  )
}
