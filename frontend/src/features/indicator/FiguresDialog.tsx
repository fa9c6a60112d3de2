import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ClipboardEvent, useState } from 'react'
import { Button, IconButton } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Note } from '@/components/Note'
import { showToast } from '@/components/Toasts'
import { common } from '@/lib/messages/common'
import { figures as t } from '@/lib/messages/indicator'
import { asProblem } from '@/lib/problem'
import { type Indicator, writeFigures } from './api'
import { columns, emptyRow, figuresOf, type GridColumn, type GridRow, pastedAt, rowsOf } from './sheet'

/** All of an indicator's figures, to type or paste into. */
export function FiguresDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const [begun] = useState(() => [...rowsOf(indicator.figures), emptyRow])
  const [rows, setRows] = useState<GridRow[]>(begun)
  const [wrong, setWrong] = useState<string[]>([])
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => writeFigures(indicator, figuresOf(rows).figures),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['indicators'] })
    },
  })

  function submit() {
    const found = figuresOf(rows).wrong
    setWrong(found)
    if (found.length === 0) mutate()
  }

  return (
    <Dialog title={t.title(indicator.content.name)} onClose={onClose} dirty={rows !== begun}>
      <Form problem={error && asProblem(error)} onSubmit={submit}>
        <p className="sub">
          {t.help} {t.periodHelp}
        </p>
        {wrong.length > 0 && (
          <Note tone="bad" title={t.wrong} appears>
            <ul>
              {wrong.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Note>
        )}
        <Grid rows={rows} onChange={setRows} />
        <div className="row">
          <Button small icon="plus" onPress={() => setRows([...rows, emptyRow])}>
            {t.addRow}
          </Button>
        </div>
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Grid({ rows, onChange }: { rows: readonly GridRow[]; onChange: (rows: GridRow[]) => void }) {
  return (
    <div className="tbl">
      <table className="grid-in">
        <caption className="vh">{t.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {columns.map((column) => (
                <td key={column}>
                  <Cell rows={rows} row={place} column={column} onChange={onChange} />
                </td>
              ))}
              <td>
                <IconButton
                  label={t.removeRow(place + 1)}
                  icon="close"
                  onPress={() => onChange(rows.filter((other) => other !== row))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  rows,
  row,
  column,
  onChange,
}: {
  rows: readonly GridRow[]
  row: number
  column: GridColumn
  onChange: (rows: GridRow[]) => void
}) {
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onChange(pastedAt(rows, row, column, text))
  }
  return (
    <input
      className="input"
      aria-label={t.cell(t[column], row + 1)}
      value={rows[row]?.[column] ?? ''}
      onChange={({ target }) =>
        onChange(rows.map((one, place) => (place === row ? { ...one, [column]: target.value } : one)))
      }
      onPaste={paste}
      inputMode={column === 'value' || column === 'answers' ? 'decimal' : undefined}
      autoComplete="off"
    />
  )
}
