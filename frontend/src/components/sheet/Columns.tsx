import type { ReactNode } from 'react'
import { sheet as t } from '@/lib/messages/sheet'
import { optionsOf, Select } from '../Select'

interface SheetColumn<Field> {
  head: string
  field: Field | null
}

/** What each column of the file is taken as, to be changed. */
export function Columns<Field extends string, Column extends SheetColumn<Field>>({
  columns,
  words,
  onChange,
  help,
  note,
}: {
  columns: readonly Column[]
  /** Of each field that a column may be taken as. */
  words: Record<Field, string>
  onChange: (head: string, field: Field | null) => void
  /** Of a column. */
  help?: (column: Column) => string | undefined
  note?: ReactNode
}) {
  const options = optionsOf({ none: t.notRead, ...words })
  return (
    <section className="stack tight" aria-labelledby="kolumner">
      <h2 id="kolumner">{t.columns}</h2>
      <p className="sub">{t.columnsHelp}</p>
      {note}
      <div className="panel in form">
        {columns
          .filter(({ head }) => head !== '')
          .map((column, place) => (
            <Select<Field | 'none'>
              key={place}
              label={column.head}
              name={`kolumn/${column.head}`}
              help={help?.(column)}
              value={column.field ?? 'none'}
              onChange={(chosen) => onChange(column.head, chosen === 'none' ? null : chosen)}
              options={options}
            />
          ))}
      </div>
    </section>
  )
}
