import { LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { ProblemNote } from '@/components/ProblemNote'
import { audits } from '@/lib/messages/audit'
import { reading as t } from '@/lib/messages/reading'
import { type Reading, readReport } from './api'
import { HandIn, Waiting } from './HandIn'
import { ReadingSteps } from './ReadingSteps'
import { useReading } from './useReading'

/** Where a report is handed in; what was read goes to `onRead`. Or the way to write the audit in by hand. */
export function ReadReportPage({ onRead }: { onRead: (reading: Reading, files: readonly File[]) => void }) {
  const reading = useReading(readReport, onRead)
  return (
    <>
      <PageHead
        title={t.title}
        crumbs={[{ label: audits.title, link: { to: '/granskningar' } }]}
        actions={<ReadingSteps current={reading.isReading ? 'read' : 'file'} />}
      />
      <div className="cols">
        <div className="stack">
          {reading.problem && <ProblemNote problem={reading.problem} onRetry={() => reading.read(reading.files)} />}
          {reading.isReading ? <Waiting {...reading} /> : <HandIn onChoose={reading.read} />}
        </div>
        <aside className="stack" aria-label={t.byHandTitle}>
          <section className="panel in stack tight">
            <h2>{t.byHandTitle}</h2>
            <p className="sub">{t.byHandHelp}</p>
            <div className="row">
              <LinkButton icon="pencil" to="/granskningar/ny/for-hand">
                {t.byHand}
              </LinkButton>
            </div>
          </section>
          <Note title={t.noteTitle}>
            <p>{t.noteHelp}</p>
          </Note>
        </aside>
      </div>
    </>
  )
}
