import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '@/components/DataTable'
import { DueDate, ProgressMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { deviations as t } from '@/lib/messages/check'
import type { DeviationState, DeviationSummary } from './api'

const tones = { open: 'warn', to_recheck: 'acc', closed: 'ok' } as const satisfies Record<DeviationState, string>

export function DeviationStatePill({ state }: { state: DeviationState }) {
  return <Pill tone={tones[state]}>{t.states[state]}</Pill>
}

/** Control deviations, each a link to its page; `committeeOf` where they are of several committees. */
export function DeviationTable({
  rows,
  committeeOf,
}: {
  rows: readonly DeviationSummary[]
  committeeOf?: (row: DeviationSummary) => string
}) {
  const columns: Column<DeviationSummary>[] = [
    {
      id: 'what',
      header: t.what,
      cell: ({ id, number, what }) => (
        <Link className="link" to="/kontrollavvikelser/$id" params={{ id }}>
          <b>{t.name(number)}</b> {what}
        </Link>
      ),
    },
    { id: 'control', header: t.control, cell: ({ controlTitle }) => controlTitle },
    ...(committeeOf ? [{ id: 'committee', header: t.committee, cell: committeeOf }] : []),
    { id: 'state', header: t.state, cell: ({ state }) => <DeviationStatePill state={state} /> },
    { id: 'progress', header: t.progress, cell: ({ progress }) => <ProgressMark progress={progress} /> },
    { id: 'person', header: t.responsible, cell: ({ person }) => person?.name ?? '–' },
    {
      id: 'due',
      header: t.due,
      numeric: true,
      cell: ({ due, state }) => (due === null ? '–' : <DueDate date={due} settled={state !== 'open'} />),
    },
  ]
  return <DataTable caption={t.caption} columns={columns} rows={rows} rowId={({ id }) => id} />
}
