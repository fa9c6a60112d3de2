import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { Columns } from '@/components/sheet/Columns'
import { Faults } from '@/components/sheet/Faults'
import { Sample } from '@/components/sheet/Sample'
import type { Sheet } from '@/components/sheet/useSheet'
import { backlog as t } from '@/lib/messages/backlog'
import { sheet as words } from '@/lib/messages/sheet'
import type { FollowupImport, ImportColumn, ImportField } from './api'
import { addsNothing, Counted } from './Counted'

/** What a file holds: its columns, what is wrong in it, what it adds, and its first rows. */
export function BacklogPreview({ sheet, found }: { sheet: Sheet<FollowupImport>; found: FollowupImport }) {
  const isRight = found.faultsTotal === 0
  return (
    <>
      {isRight ? <Adds found={found} /> : <Faults key={JSON.stringify(found.columns)} found={found} />}
      <Columns<ImportField, ImportColumn>
        columns={found.columns}
        words={t.fields}
        onChange={sheet.setField}
        help={({ leftOut }) => (leftOut ? t.leftOut : undefined)}
        note={found.columns.some(({ leftOut }) => leftOut) && <p className="sub">{t.leftOutHelp}</p>}
      />
      <Sample columns={found.columns} rows={found.sample} />
      {isRight && !addsNothing(found.adds) && (
        <div className="foot-bar panel">
          <p className="sub grow">{t.twiceHelp}</p>
          <Button look="go" isPending={sheet.isReading || sheet.isStoring} onPress={sheet.store}>
            {words.store}
          </Button>
        </div>
      )}
    </>
  )
}

function Adds({ found }: { found: FollowupImport }) {
  if (addsNothing(found.adds))
    return (
      <Note appears title={words.doesNothing}>
        <p>{words.doesNothingHelp}</p>
      </Note>
    )
  return (
    <Note tone="ok" appears title={t.adds}>
      <Counted adds={found.adds} />
    </Note>
  )
}
