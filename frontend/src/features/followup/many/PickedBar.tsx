import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button, LinkButton } from '@/components/Button'
import { judging, many as t, reporting } from '@/lib/messages/followup'
import type { AssignmentSummary } from '../api'
import { type AssignmentSearch, mannerOf, narrowingOf } from '../search'
import { ManyConfirmDialog } from './ManyConfirmDialog'
import { ManyProgressDialog } from './ManyProgressDialog'
import { ManyVerdictDialog } from './ManyVerdictDialog'
import { PickPage } from './PickPage'
import type { Picked } from './usePicked'

/** The most that may be said of at once. */
const most = 200

/** Picks the rows of a page, and tells what can be done with those that are picked. */
export function PickedBar({
  picked,
  pickable,
  search,
}: {
  picked: Picked
  /** The rows of the page that may be picked. */
  pickable: readonly AssignmentSummary[]
  search: AssignmentSearch
}) {
  const { rows } = picked
  return (
    <div className="marked" role="group" aria-label={t.bar}>
      <PickPage picked={picked.has} pickable={pickable} onPick={picked.pick} />
      <b role="status">
        {rows.length > 0 && t.picked(rows.length, rows.filter((row) => !pickable.includes(row)).length)}
      </b>
      {rows.length > 0 && (
        <>
          <Acts rows={rows} search={search} onSaid={picked.clear} />
          <Button small look="plain" onPress={picked.clear}>
            {t.clear}
          </Button>
        </>
      )}
    </div>
  )
}

function Acts({
  rows,
  search,
  onSaid,
}: {
  rows: readonly AssignmentSummary[]
  search: AssignmentSearch
  onSaid: () => void
}) {
  const { may } = useViewer()
  const [open, setOpen] = useState<'report' | 'judge' | 'confirm'>()
  const judges = may('verdict.confirm')
  const proposed = rows.filter(({ proposedVerdict }) => proposedVerdict !== null)
  const close = () => setOpen(undefined)
  const said = () => {
    close()
    onSaid()
  }
  return (
    <>
      {may('round.edit') && (
        <LinkButton
          small
          to="/uppfoljningar/ny"
          search={{ ...narrowingOf(search), ...mannerOf(search) }}
          state={{ picked: rows.map(({ id }) => id) }}
        >
          {t.newRound}
        </LinkButton>
      )}
      {rows.length > most ? (
        <span>{t.tooMany(most)}</span>
      ) : (
        <>
          {may('verdict.propose') && (
            <Button small onPress={() => setOpen('judge')}>
              {judges ? judging.give : judging.propose}
            </Button>
          )}
          {judges && proposed.length > 0 && (
            <Button small onPress={() => setOpen('confirm')}>
              {t.confirmProposals(proposed.length)}
            </Button>
          )}
          {may('progress.report') && (
            <Button small onPress={() => setOpen('report')}>
              {reporting.act}
            </Button>
          )}
        </>
      )}
      {open === 'report' && <ManyProgressDialog rows={rows} onClose={close} onSaid={said} />}
      {open === 'judge' && <ManyVerdictDialog rows={rows} judges={judges} onClose={close} onSaid={said} />}
      {open === 'confirm' && <ManyConfirmDialog rows={proposed} onClose={close} onSaid={said} />}
    </>
  )
}
