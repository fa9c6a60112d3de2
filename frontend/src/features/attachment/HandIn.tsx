import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { Button } from '@/components/Button'
import { attachments as t } from '@/lib/messages/attachment'

/** Where files are dropped, or chosen with a button. */
export function HandIn({ onChoose }: { onChoose: (files: readonly File[]) => void }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const files = await Promise.all(items.flatMap((item) => item.getFile?.() ?? []))
    if (files.length > 0) onChoose(files)
  }
  return (
    <DropZone className="in drop low" onDrop={({ items }) => void take(items)}>
      <Text slot="label">{t.drop}</Text>
      <FileTrigger allowsMultiple onSelect={(chosen) => chosen && chosen.length > 0 && onChoose([...chosen])}>
        <Button icon="attachment">{t.choose}</Button>
      </FileTrigger>
      <p className="help">{t.dropHelp}</p>
    </DropZone>
  )
}
