import { useState } from 'react'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Note } from '@/components/Note'
import { Select } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { fieldProblemWords } from '@/lib/messages/problems'
import { sheet as t } from '@/lib/messages/sheet'
import { columnsOf, type ImportFault, listOf } from './faults'

/** What is wrong in the file, by row and column. */
export function Faults({ found }: { found: { faults: readonly ImportFault[]; faultsTotal: number } }) {
  const [column, setColumn] = useState('')
  const shown = found.faults.filter((fault) => column === '' || (fault.column ?? t.wholeRow) === column)
  const columns: Column<ImportFault>[] = [
    { id: 'row', header: t.row, cell: ({ row }) => row },
    { id: 'column', header: t.column, cell: (fault) => fault.column ?? t.wholeRow },
    { id: 'wrong', header: t.wrong, cell: ({ code }) => fieldProblemWords(code) },
    { id: 'value', header: t.value, cell: ({ detail }) => <span className="words small">{detail}</span> },
  ]
  async function copy() {
    await navigator.clipboard.writeText(listOf(shown))
    showToast({ tone: 'ok', title: t.copied })
  }
  return (
    <section className="stack" aria-label={t.faultsCaption}>
      <Note tone="bad" appears title={t.faults(found.faultsTotal)}>
        <p>{t.faultsHelp}</p>
        {found.faultsTotal > found.faults.length && <p>{t.faultsShown(found.faults.length)}</p>}
      </Note>
      <div className="row far">
        <Select
          label={t.column}
          name="felkolumn"
          value={column}
          onChange={setColumn}
          options={[{ id: '', label: t.anyColumn }, ...columnsOf(found.faults).map((id) => ({ id, label: id }))]}
        />
        <Button onPress={() => void copy()}>{t.copy}</Button>
      </div>
      <div className="panel">
        <DataTable
          caption={t.faultsCaption}
          columns={columns}
          rows={shown}
          rowId={(fault) => String(found.faults.indexOf(fault))}
        />
      </div>
    </section>
  )
}
