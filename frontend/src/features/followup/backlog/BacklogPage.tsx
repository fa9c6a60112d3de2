import { DropZone, FileTrigger, ProgressBar, Text } from 'react-aria-components'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { ProblemNote } from '@/components/ProblemNote'
import { backlog as t } from '@/lib/messages/backlog'
import { type FollowupImport, templateAddress } from './api'
import { BacklogPreview } from './BacklogPreview'
import { Counted } from './Counted'
import { type Backlog, useBacklog } from './useBacklog'

/** Earlier follow-up is read in from a spreadsheet: its columns and faults are shown before anything is stored. */
export function BacklogPage() {
  const backlog = useBacklog()
  const { file, found, isReading, isStoring, problem } = backlog
  return (
    <>
      <PageHead title={t.title} sub={t.sub} crumbs={[{ label: t.list, link: { to: '/rekommendationer' } }]} />
      <div className="stack">
        {problem && <ProblemNote problem={problem} />}
        {found?.imported ? (
          <Done found={found} onAgain={backlog.again} />
        ) : (
          <>
            {file && !problem ? <Chosen name={file.name} backlog={backlog} /> : <HandIn onChoose={backlog.choose} />}
            {isReading && file && !found && <Waiting label={t.reading(file.name)} />}
            {isStoring && found && <Waiting label={t.storing(found.rows)} />}
            {found && !problem && <BacklogPreview backlog={backlog} found={found} />}
          </>
        )}
      </div>
    </>
  )
}

function HandIn({ onChoose }: { onChoose: (file: File) => void }) {
  async function take(items: readonly { kind: string; getFile?: () => Promise<File> }[]) {
    const file = await items[0]?.getFile?.()
    if (file) onChoose(file)
  }
  return (
    <div className="cols">
      <DropZone className="panel drop" onDrop={({ items }) => void take(items)}>
        <Icon name="recommendations" />
        <Text slot="label">{t.drop}</Text>
        <p className="sub">{t.dropHelp}</p>
        <ChooseFile words={t.choose} isFirst onChoose={onChoose} />
      </DropZone>
      <aside className="stack" aria-label={t.templateTitle}>
        <section className="panel in stack tight">
          <h2>{t.templateTitle}</h2>
          <p className="sub">{t.templateHelp}</p>
          <div className="row">
            <FileLink href={templateAddress} download>
              {t.template}
            </FileLink>
          </div>
        </section>
        <Note title={t.twiceTitle}>
          <p>{t.twiceHelp}</p>
        </Note>
      </aside>
    </div>
  )
}

function ChooseFile({
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

function Chosen({ name, backlog }: { name: string; backlog: Backlog }) {
  return (
    <div className="panel in row far">
      <span>
        <b className="name">{name}</b> {backlog.found && <span className="cap nb">{t.rows(backlog.found.rows)}</span>}
      </span>
      <ChooseFile words={t.other} onChoose={backlog.choose} />
    </div>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <section className="panel in">
      <ProgressBar isIndeterminate aria-label={label} className="waiting">
        <b>{label}</b>
        <span className="skel" />
      </ProgressBar>
    </section>
  )
}

function Done({ found, onAgain }: { found: FollowupImport; onAgain: () => void }) {
  return (
    <Note
      tone="ok"
      appears
      title={t.done}
      actions={
        <>
          <LinkButton look="go" to="/rekommendationer">
            {t.toList}
          </LinkButton>
          <Button onPress={onAgain}>{t.more}</Button>
        </>
      }
    >
      <Counted adds={found.adds} />
    </Note>
  )
}
