import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { type Column, DataTable } from '@/components/DataTable'
import { Pill } from '@/components/Note'
import { type Option, optionsOf, Select } from '@/components/Select'
import { TextArea } from '@/components/TextField'
import { results as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { AssignmentSummary, Committee, Verdict } from '../api'
import { changedRow, type Draft, isSure, isWhole, type Row } from './draft'
import { SearchAssignmentDialog } from './SearchAssignmentDialog'

const none = 'none'

/** Each result with what it may mean, its verdict and its words, to be ticked one by one. */
export function ResultsTable({
  draft,
  twice,
  onChange,
}: {
  draft: Draft
  twice: readonly Row[]
  onChange: (change: (now: Draft) => Draft) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [searching, setSearching] = useState<Row>()
  const change = (row: Row, part: Partial<Row>) => onChange((now) => changedRow(now, row.id, part))
  const placeOf = (row: Row) => draft.rows.indexOf(row) + 1
  const columns: Column<Row>[] = [
    { id: 'report', header: t.inReport, cell: (row) => <Quoted row={row} /> },
    {
      id: 'here',
      header: t.here,
      cell: (row) => (
        <div className="stack tight">
          <Select
            label={t.hereLabel(placeOf(row))}
            value={row.assignmentId ?? none}
            onChange={(id) => change(row, { assignmentId: id === none ? null : id })}
            options={optionsFor(row, committees)}
          />
          <Meant row={row} />
          <div className="row">
            <Button small look="plain" aria-label={t.searchLabel(placeOf(row))} onPress={() => setSearching(row)}>
              {t.search}
            </Button>
            {isSure(row) && <Pill tone="ok">{t.sure}</Pill>}
          </div>
        </div>
      ),
    },
    {
      id: 'verdict',
      header: t.verdict,
      cell: (row) => (
        <div className="stack tight">
          <Select
            label={t.verdictLabel(placeOf(row))}
            value={row.verdict}
            onChange={(verdict: Verdict) => change(row, { verdict })}
            options={optionsOf(values.verdict)}
          />
          <TextArea
            label={t.commentLabel(placeOf(row))}
            optional
            rows={3}
            maxLength={10000}
            value={row.comment}
            onChange={(comment) => change(row, { comment })}
          />
        </div>
      ),
    },
    {
      id: 'use',
      header: t.use,
      cell: (row) => (
        <div>
          <Checkbox
            label={<span className="vh">{t.useLabel(placeOf(row), row.result.text)}</span>}
            value={row.chosen}
            isDisabled={!isWhole(row)}
            onChange={(chosen) => change(row, { chosen })}
          />
          {!isWhole(row) && <p className="cap">{t.lacking}</p>}
          {twice.includes(row) && <p className="help bad">{t.twice}</p>}
        </div>
      ),
    },
  ]
  return (
    <>
      <DataTable caption={t.caption} columns={columns} rows={draft.rows} rowId={({ id }) => id} />
      {searching && (
        <SearchAssignmentDialog
          committees={committees}
          onFound={(found) => change(searching, { assignmentId: found.id, assignments: withFound(searching, found) })}
          onClose={() => setSearching(undefined)}
        />
      )}
    </>
  )
}

function Quoted({ row: { result } }: { row: Row }) {
  return (
    <>
      <span className="words small">{result.text}</span>
      <span className="cap blk">
        {t.committeeOf(result.committee)}
        {result.number !== null && `, ${t.numbered(result.number)}`}
      </span>
      <span className="cap blk">
        {t.says}: ”{result.verbatim}”
      </span>
    </>
  )
}

/** The chosen assignment's own words, to be held against the report's. */
function Meant({ row: { assignments, assignmentId } }: { row: Row }) {
  const meant = assignments.find(({ id }) => id === assignmentId)
  if (!meant) return assignments.length === 0 && <p className="cap">{t.noCandidates}</p>
  return (
    <div>
      <span className="words small">{meant.text}</span>
      <span className="cap blk">{meant.auditTitle}</span>
    </div>
  )
}

function withFound({ assignments }: Row, found: AssignmentSummary): AssignmentSummary[] {
  return [...assignments.filter(({ id }) => id !== found.id), found]
}

function optionsFor({ assignments, result }: Row, committees: readonly Committee[]): Option[] {
  const likeness = (id: string) => result.candidates.find(({ assignment }) => assignment.id === id)?.likeness
  return [
    ...assignments.map((assignment) => {
      const like = likeness(assignment.id)
      return {
        id: assignment.id,
        label: labelOf(assignment, committees),
        detail: like === undefined ? assignment.auditTitle : t.likeness(assignment.auditTitle, Math.round(like * 100)),
      }
    }),
    { id: none, label: t.none },
  ]
}

/** An assignment in a line: whose, its number and its words. */
export function labelOf({ committeeId, number, text }: AssignmentSummary, committees: readonly Committee[]): string {
  const committee = committees.find(({ id }) => id === committeeId)?.content
  return t.option(committee?.abbreviation || (committee?.name ?? ''), number, text)
}
