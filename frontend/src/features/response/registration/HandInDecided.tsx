import { DropZone, FileTrigger, ProgressBar, Text } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { registration as t } from '@/lib/messages/registration'
import type { DecidedFile } from './useFile'

/** Where the decided response's PDF is handed in, and what became of reading it. */
export function HandInDecided({ decided, readCount }: { decided: DecidedFile; readCount: number }) {
  return (
    <section className="stack" aria-label={t.drop}>
      {decided.refusal && <Note tone="bad" appears title={t[decided.refusal]} />}
      {decided.file ? <Chosen decided={decided} name={decided.file.name} /> : <Drop onChoose={decided.choose} />}
      {decided.state === 'unreadable' && (
        <Note tone="warn" appears title={t.unreadable}>
          <p>{t.byHand}</p>
        </Note>
      )}
      {decided.state === 'read' && (
        <Note appears title={readCount > 0 ? t.readTitle(readCount) : t.readNothing}>
          <p>{readCount > 0 ? t.readHelp : t.byHand}</p>
        </Note>
      )}
    </section>
  )
}

function Drop({ onChoose }: { onChoose: (file: File) => Promise<void> }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const file = await items[0]?.getFile?.()
    if (file) await onChoose(file)
  }
  return (
    <DropZone className="panel drop" onDrop={({ items }) => void take(items)}>
      <Icon name="response" />
      <Text slot="label">{t.drop}</Text>
      <p className="sub">{t.dropHelp}</p>
      <ChooseFile words={t.choose} onChoose={onChoose} />
    </DropZone>
  )
}

function ChooseFile({ words, onChoose }: { words: string; onChoose: (file: File) => Promise<void> }) {
  return (
    <FileTrigger
      acceptedFileTypes={['.pdf', 'application/pdf']}
      onSelect={(chosen) => {
        const file = chosen?.item(0)
        if (file) void onChoose(file)
      }}
    >
      <Button>{words}</Button>
    </FileTrigger>
  )
}

function Chosen({ decided, name }: { decided: DecidedFile; name: string }) {
  const isReading = decided.state === 'reading'
  return (
    <div className="panel in row far">
      {isReading ? (
        <ProgressBar isIndeterminate aria-label={t.reading(name)} className="waiting grow">
          <b>{t.reading(name)}</b>
          <span className="skel" />
        </ProgressBar>
      ) : (
        <b className="name">{name}</b>
      )}
      <div className="row">
        {isReading ? (
          <Button onPress={decided.stop}>{t.stop}</Button>
        ) : (
          <>
            <ChooseFile words={t.other} onChoose={decided.choose} />
            <Button look="plain" onPress={decided.remove}>
              {t.remove}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
