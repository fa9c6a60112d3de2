import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Icon } from '@/components/icons'
import { TextField } from '@/components/TextField'
import { drawing as t } from '@/lib/messages/check'
import type { Draw, DrawnRow, DrawnRowResult } from './api'

const first = 20
const icons = { agrees: 'check', deviates: 'close' } as const

/** The drawn rows with what was found of each; with `onChange`, they are looked at here. */
export function DrawnRows({
  draw,
  results,
  onChange,
}: {
  draw: Draw
  results: readonly DrawnRowResult[]
  onChange?: (results: DrawnRowResult[]) => void
}) {
  const [all, setAll] = useState(false)
  const rows = all ? draw.drawn : draw.drawn.slice(0, first)
  const foundOf = ({ row }: DrawnRow) => results.find((result) => result.row === row) ?? { row, result: null, note: '' }
  const say = ({ row }: DrawnRow, part: Partial<DrawnRowResult>) =>
    onChange?.(results.map((result) => (result.row === row ? { ...result, ...part } : result)))
  const columns: Column<DrawnRow>[] = [
    { id: 'row', header: t.row, cell: ({ row }) => row },
    ...columnsOf(draw),
    {
      id: 'result',
      header: t.result,
      cell: (drawn) => {
        const found = foundOf(drawn)
        return onChange ? <Look found={found} onChange={(part) => say(drawn, part)} /> : <Found found={found} />
      },
    },
  ]
  return (
    <div className="stack tight">
      <h3>{t.rows(draw.drawn.length, draw.rows)}</h3>
      <DataTable caption={t.caption} columns={columns} rows={rows} rowId={({ row }) => String(row)} />
      {draw.drawn.length > rows.length && (
        <p className="row">
          <span className="cap">{t.shown(rows.length, draw.drawn.length)}</span>
          <Button small look="plain" onPress={() => setAll(true)}>
            {t.showAll}
          </Button>
        </p>
      )}
    </div>
  )
}

/** A column for each cell of the widest row, by its head where the list has heads. */
function columnsOf({ heads, drawn }: Draw): Column<DrawnRow>[] {
  const width = Math.max(heads.length, ...drawn.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, place) => ({
    id: `cell-${place}`,
    header: heads[place] || t.column(place + 1),
    cell: ({ cells }) => cells[place] ?? '',
  }))
}

function Look({ found, onChange }: { found: DrawnRowResult; onChange: (part: Partial<DrawnRowResult>) => void }) {
  return (
    <div className="stack tight">
      <div className="seg" role="group" aria-label={t.resultOf(found.row)}>
        {(['agrees', 'deviates'] as const).map((result) => (
          <ToggleButton
            key={result}
            isSelected={found.result === result}
            onChange={(isChosen) => onChange({ result: isChosen ? result : null })}
          >
            <Icon name={icons[result]} />
            {t.results[result]}
          </ToggleButton>
        ))}
      </div>
      {found.result === 'deviates' && (
        <TextField
          label={t.noteOf(found.row)}
          optional
          maxLength={500}
          value={found.note}
          onChange={(note) => onChange({ note })}
        />
      )}
    </div>
  )
}

function Found({ found: { result, note } }: { found: DrawnRowResult }) {
  if (result === null) return <span className="cap">{t.results.none}</span>
  return (
    <>
      <span className={result === 'deviates' ? 'st bad' : 'st ok'}>
        <Icon name={icons[result]} />
        <span>{t.results[result]}</span>
      </span>
      {note && <span className="cap blk">{note}</span>}
    </>
  )
}
