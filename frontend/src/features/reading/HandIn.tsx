import { DropZone, FileTrigger, ProgressBar, Text } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/icons'
import { reading as t } from '@/lib/messages/reading'
import type { ReadingState } from './useReading'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const readable = ['.pdf', '.docx', '.txt', '.html', '.htm', 'application/pdf', docx, 'text/plain', 'text/html']

/** Where a report's files are dropped or chosen. */
export function HandIn({ help = t.dropHelp, onChoose }: { help?: string; onChoose: (files: readonly File[]) => void }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const files = await Promise.all(items.flatMap((item) => item.getFile?.() ?? []))
    if (files.length > 0) onChoose(files)
  }
  return (
    <DropZone className="panel drop" onDrop={({ items }) => void take(items)}>
      <Icon name="audit" />
      <Text slot="label">{t.drop}</Text>
      <p className="sub">{help}</p>
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

/** While the files are read. */
export function Waiting({ files, cancel }: Pick<ReadingState, 'files' | 'cancel'>) {
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
