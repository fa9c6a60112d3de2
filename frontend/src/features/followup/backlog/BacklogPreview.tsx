import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Note } from '@/components/Note'
import { optionsOf, Select } from '@/components/Select'
import { backlog as t } from '@/lib/messages/backlog'
import type { FollowupImport, ImportField } from './api'
import { addsNothing, Counted } from './Counted'
import { Faults } from './Faults'
import type { Backlog } from './useBacklog'

const options = optionsOf({ none: t.notRead, ...t.fields })

/** What a file holds: its columns, what is wrong in it, what it adds, and its first rows. */
export function BacklogPreview({ backlog, found }: { backlog: Backlog; found: FollowupImport }) {
  const isRight = found.faultsTotal === 0
  const isBusy = backlog.isReading || backlog.isStoring
  return (
    <>
      {isRight ? <Adds found={found} /> : <Faults key={JSON.stringify(found.columns)} found={found} />}
      <Columns found={found} onChange={backlog.setField} />
      <Sample found={found} />
      {isRight && !addsNothing(found.adds) && (
        <div className="foot-bar panel">
          <p className="sub grow">{t.twiceHelp}</p>
          <Button look="go" isPending={isBusy} onPress={backlog.store}>
            {t.store}
          </Button>
        </div>
      )}
    </>
  )
}

function Adds({ found }: { found: FollowupImport }) {
  if (addsNothing(found.adds))
    return (
      <Note appears title={t.addsNothing}>
        <p>{t.addsNothingHelp}</p>
      </Note>
    )
  return (
    <Note tone="ok" appears title={t.adds}>
      <Counted adds={found.adds} />
    </Note>
  )
}

function Columns({
  found,
  onChange,
}: {
  found: FollowupImport
  onChange: (head: string, field: ImportField | null) => void
}) {
  return (
    <section className="stack tight" aria-labelledby="kolumner">
      <h2 id="kolumner">{t.columns}</h2>
      <p className="sub">{t.columnsHelp}</p>
      {found.columns.some(({ leftOut }) => leftOut) && <p className="sub">{t.leftOutHelp}</p>}
      <div className="panel in form">
        {found.columns
          .filter(({ head }) => head !== '')
          .map(({ head, field, leftOut }, place) => (
            <Select<ImportField | 'none'>
              key={place}
              label={head}
              name={`kolumn/${head}`}
              help={leftOut && t.leftOut}
              value={field ?? 'none'}
              onChange={(chosen) => onChange(head, chosen === 'none' ? null : chosen)}
              options={options}
            />
          ))}
      </div>
    </section>
  )
}

type SampleRow = FollowupImport['sample'][number]

function Sample({ found }: { found: FollowupImport }) {
  const columns: Column<SampleRow>[] = [
    { id: 'row', header: t.row, cell: ({ row }) => row },
    ...found.columns.map(({ head }, place) => ({
      id: String(place),
      header: head || t.noHead,
      cell: ({ cells }: SampleRow) => <span className="words small">{shortened(cells[place] ?? '')}</span>,
    })),
  ]
  return (
    <section className="stack tight" aria-labelledby="rader">
      <h2 id="rader">{t.sample}</h2>
      <div className="panel">
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with many columns it scrolls sideways, and the keyboard has to reach it */}
        <div className="sideways" role="region" aria-label={t.sampleCaption} tabIndex={0}>
          <DataTable caption={t.sampleCaption} columns={columns} rows={found.sample} rowId={({ row }) => String(row)} />
        </div>
      </div>
    </section>
  )
}

const shownLetters = 120

function shortened(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text
}
