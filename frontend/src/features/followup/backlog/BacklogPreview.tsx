import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Note, Pill } from '@/components/Note'
import { optionsOf, Select } from '@/components/Select'
import { backlog as t } from '@/lib/messages/backlog'
import type { FollowupImport, ImportColumn, ImportField } from './api'
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
  const columns: Column<ImportColumn>[] = [
    {
      id: 'field',
      header: t.field,
      cell: ({ head, field }) =>
        head === '' ? (
          <b>{t.noHead}</b>
        ) : (
          <Select<ImportField | 'none'>
            label={head}
            name={`kolumn/${head}`}
            value={field ?? 'none'}
            onChange={(chosen) => onChange(head, chosen === 'none' ? null : chosen)}
            options={options}
          />
        ),
    },
    {
      id: 'leftOut',
      header: t.leftOut,
      cell: ({ leftOut }) => leftOut && <Pill tone="warn">{t.leftOut}</Pill>,
    },
  ]
  return (
    <section className="stack tight" aria-labelledby="kolumner">
      <h2 id="kolumner">{t.columns}</h2>
      <p className="sub">{t.columnsHelp}</p>
      {found.columns.some(({ leftOut }) => leftOut) && <p className="sub">{t.leftOutHelp}</p>}
      <div className="panel">
        <DataTable
          caption={t.columns}
          columns={columns}
          rows={found.columns}
          rowId={(column) => String(found.columns.indexOf(column))}
        />
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
        <DataTable caption={t.sampleCaption} columns={columns} rows={found.sample} rowId={({ row }) => String(row)} />
      </div>
    </section>
  )
}

const shownLetters = 120

function shortened(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text
}
