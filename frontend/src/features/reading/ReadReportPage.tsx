import { DropZone, FileTrigger, ProgressBar, Text } from 'react-aria-components'
import { Button, LinkButton } from '@/components/Button'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { ProblemNote } from '@/components/ProblemNote'
import { audits } from '@/lib/messages/audit'
import { reading as t } from '@/lib/messages/reading'
import type { Reading } from './api'
import { ReadingSteps } from './ReadingSteps'
import { type ReadingState, useReading } from './useReading'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const readable = ['.pdf', '.docx', '.txt', '.html', '.htm', 'application/pdf', docx, 'text/plain', 'text/html']

/** Where a report is handed in; what was read goes to `onRead`. Or the way to write the audit in by hand. */
export function ReadReportPage({ onRead }: { onRead: (reading: Reading, files: readonly File[]) => void }) {
  const reading = useReading(onRead)
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

function HandIn({ onChoose }: { onChoose: (files: readonly File[]) => void }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const files = await Promise.all(items.flatMap((item) => item.getFile?.() ?? []))
    if (files.length > 0) onChoose(files)
  }
  return (
    <DropZone className="panel drop" onDrop={({ items }) => void take(items)}>
      <Icon name="audit" />
      <Text slot="label">{t.drop}</Text>
      <p className="sub">{t.dropHelp}</p>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={readable}
        onSelect={(chosen) => chosen && chosen.length > 0 && onChoose([...chosen])}
      >
        <Button look="go">{t.choose}</Button>
      </FileTrigger>
    </DropZone>
  )
}

function Waiting({ files, cancel }: ReadingState) {
  const label = t.reading(files.map(({ name }) => name).join(', '))
  return (
    <section className="panel drop">
      <Icon name="audit" />
      <ProgressBar isIndeterminate aria-label={label} className="waiting">
        <b>{label}</b>
        <span className="skel" />
      </ProgressBar>
      <p className="sub">{t.readingHelp}</p>
      <Button onPress={cancel}>{t.cancel}</Button>
    </section>
  )
}
