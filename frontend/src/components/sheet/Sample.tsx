import type { Schema } from '@/api/client'
import { sheet as t } from '@/lib/messages/sheet'
import { type Column, DataTable } from '../DataTable'

type SampleRow = Schema['ImportSampleRow']

/** The file's first rows as they were read. */
export function Sample({ columns, rows }: { columns: readonly { head: string }[]; rows: readonly SampleRow[] }) {
  const shown: Column<SampleRow>[] = [
    { id: 'row', header: t.row, cell: ({ row }) => row },
    ...columns.map(({ head }, place) => ({
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
          <DataTable caption={t.sampleCaption} columns={shown} rows={rows} rowId={({ row }) => String(row)} />
        </div>
      </div>
    </section>
  )
}

const shownLetters = 120

function shortened(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text
}
