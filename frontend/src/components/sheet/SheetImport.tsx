import type { ReactNode } from 'react'
import type { Schema } from '@/api/client'
import { sheet as t } from '@/lib/messages/sheet'
import { Button } from '../Button'
import { Note } from '../Note'
import { Columns } from './Columns'
import { Faults } from './Faults'
import { OnItsWay } from './OnItsWay'
import { Sample } from './Sample'
import { type SentSheet, type Sheet, useSheet } from './useSheet'

export type SheetImport = Schema['SheetImport']

/**
 * Takes rows in from a spreadsheet or pasted from one: what its columns are, what is wrong and what the rows do is shown
 * before anything is stored. `send` is the import's call, `words` those of the fields.
 */
export function SheetImportPanel({
  words,
  send,
  onStored,
  actions,
  aside,
}: {
  words: Record<string, string>
  send: (sheet: SentSheet) => Promise<SheetImport>
  onStored: (found: SheetImport) => void
  /** Where to go when it is done. */
  actions: ReactNode
  aside?: ReactNode
}) {
  const sheet = useSheet(send, onStored)
  return (
    <OnItsWay sheet={sheet} aside={aside} done={(found) => <Done found={found} actions={actions} />}>
      {(found) => <Preview sheet={sheet} found={found} words={words} />}
    </OnItsWay>
  )
}

function Preview({
  sheet,
  found,
  words,
}: {
  sheet: Sheet<SheetImport>
  found: SheetImport
  words: Record<string, string>
}) {
  const isRight = found.faultsTotal === 0
  return (
    <>
      {isRight ? <WillDo found={found} /> : <Faults key={JSON.stringify(found.columns)} found={found} />}
      <Columns columns={found.columns} words={offered(found, words)} onChange={sheet.setField} />
      <Sample columns={found.columns} rows={found.sample} />
      {isRight && found.added + found.changed > 0 && (
        <div className="foot-bar panel">
          <Button look="go" isPending={sheet.isReading || sheet.isStoring} onPress={sheet.store}>
            {t.store}
          </Button>
        </div>
      )}
    </>
  )
}

/** The words of the fields that this import has, in its order. */
function offered({ fields }: SheetImport, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, words[field] ?? field]))
}

function WillDo({ found: { added, changed, unchanged } }: { found: SheetImport }) {
  if (added + changed === 0)
    return (
      <Note appears title={t.doesNothing}>
        <p>{t.doesNothingHelp}</p>
      </Note>
    )
  return (
    <Note tone="ok" appears title={t.willDo}>
      <ul>
        {added > 0 && <li>{t.does.added(added)}</li>}
        {changed > 0 && <li>{t.does.changed(changed)}</li>}
        {unchanged > 0 && <li>{t.does.unchanged(unchanged)}</li>}
      </ul>
    </Note>
  )
}

function Done({ found: { added, changed }, actions }: { found: SheetImport; actions: ReactNode }) {
  return (
    <Note tone="ok" appears title={t.done} actions={actions}>
      <p>{t.did(added, changed)}</p>
    </Note>
  )
}
