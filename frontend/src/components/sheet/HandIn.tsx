import { type ReactNode, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { sheet as t } from '@/lib/messages/sheet'
import { Button } from '../Button'
import { Icon } from '../icons'
import { TextArea } from '../TextField'

/** A file, or rows pasted from a spreadsheet: both come as a file. */
export function HandIn({ onChoose, aside }: { onChoose: (file: File) => void; aside?: ReactNode }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const file = await items[0]?.getFile?.()
    if (file) onChoose(file)
  }
  const ways = (
    <div className="stack">
      <DropZone className="panel drop" onDrop={({ items }) => void take(items)}>
        <Icon name="recommendations" />
        <Text slot="label">{t.drop}</Text>
        <p className="sub">{t.dropHelp}</p>
        <ChooseFile words={t.choose} isFirst onChoose={onChoose} />
      </DropZone>
      <PasteRows onChoose={onChoose} />
    </div>
  )
  if (!aside) return ways
  return (
    <div className="cols">
      {ways}
      {aside}
    </div>
  )
}

function PasteRows({ onChoose }: { onChoose: (file: File) => void }) {
  const [text, setText] = useState('')
  return (
    <section className="panel in stack tight">
      <TextArea label={t.paste} help={t.pasteHelp} name="rader" rows={5} value={text} onChange={setText} />
      <div className="row">
        <Button
          isDisabled={text.trim() === ''}
          onPress={() => onChoose(new File([text], t.pasted, { type: 'text/plain' }))}
        >
          {t.readPasted}
        </Button>
      </div>
    </section>
  )
}

export function ChooseFile({
  words,
  isFirst = false,
  onChoose,
}: {
  words: string
  isFirst?: boolean
  onChoose: (file: File) => void
}) {
  return (
    <FileTrigger
      acceptedFileTypes={['.xlsx', '.csv', '.txt']}
      onSelect={(chosen) => {
        const file = chosen?.item(0)
        if (file) onChoose(file)
      }}
    >
      <Button {...(isFirst && { look: 'go' as const })}>{words}</Button>
    </FileTrigger>
  )
}
