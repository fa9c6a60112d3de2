// What a person makes of a follow-up audit's results: which assignment each means, and which of them are to be given.
import { newId } from '@/lib/ids'
import { results as t } from '@/lib/messages/followup'
import type { AssignmentSummary, Verdict, VerdictBatch, VerdictReading } from '../api'

type Result = VerdictReading['results'][number]
type Warning = VerdictReading['warnings'][number]

/** A result and what is chosen for it. */
export interface Row {
  /** The verdict's, so that sending it again gives it once. */
  id: string
  result: Result
  /** Those to choose among: the candidates, and one found by searching. */
  assignments: AssignmentSummary[]
  /** The one it means; null when it belongs to none. */
  assignmentId: string | null
  verdict: Verdict | null
  comment: string
  chosen: boolean
}

export interface Draft {
  title: string | null
  on: string
  warnings: Warning[]
  rows: Row[]
}

/** A likeness from which a candidate is taken for sure, when no other comes near. */
const sureLikeness = 0.7
const ahead = 0.15

/** The likeliest is suggested, and nothing is chosen. */
export function draftOf({ title, reportDate, warnings, results }: VerdictReading): Draft {
  return {
    title,
    on: reportDate ?? '',
    warnings,
    rows: results.map((result) => ({
      id: newId(),
      result,
      assignments: result.candidates.map(({ assignment }) => assignment),
      assignmentId: result.candidates[0]?.assignment.id ?? null,
      verdict: result.verdict,
      comment: result.verbatim,
      chosen: false,
    })),
  }
}

/** Whether the report's words and the first candidate's are so like each other, and unlike the rest, that it is surely meant. */
export function isSure({ result, verdict, assignmentId }: Row): boolean {
  const [first, second] = result.candidates
  return (
    first !== undefined &&
    verdict !== null &&
    assignmentId === first.assignment.id &&
    first.likeness >= sureLikeness &&
    first.likeness - (second?.likeness ?? 0) >= ahead
  )
}

/** Whether it says what a verdict must: on what, and which. */
export function isWhole({ assignmentId, verdict }: Row): boolean {
  return assignmentId !== null && verdict !== null
}

/** The rows chosen for an assignment that another row is chosen for too. */
export function chosenTwice(rows: readonly Row[]): Row[] {
  const chosen = rows.filter((row) => row.chosen)
  return chosen.filter((row) => chosen.some((other) => other !== row && other.assignmentId === row.assignmentId))
}

export function changedRow(draft: Draft, id: string, part: Partial<Row>): Draft {
  const changed = (row: Row): Row => {
    const next = { ...row, ...part }
    return { ...next, chosen: next.chosen && isWhole(next) }
  }
  return { ...draft, rows: draft.rows.map((row) => (row.id === id ? changed(row) : row)) }
}

export function withSureChosen(draft: Draft): Draft {
  return { ...draft, rows: draft.rows.map((row) => (isSure(row) ? { ...row, chosen: true } : row)) }
}

/** The assignments as somebody else has made them since. */
export function withReread(draft: Draft, reread: readonly AssignmentSummary[]): Draft {
  const latest = (assignment: AssignmentSummary) => reread.find(({ id }) => id === assignment.id) ?? assignment
  return { ...draft, rows: draft.rows.map((row) => ({ ...row, assignments: row.assignments.map(latest) })) }
}

export function withoutChosen(draft: Draft): Draft {
  return { ...draft, rows: draft.rows.filter(({ chosen }) => !chosen) }
}

export function batchOf({ rows, on }: Draft): VerdictBatch['items'] {
  return rows.flatMap(({ id, chosen, assignments, assignmentId, verdict, comment }) => {
    const assignment = assignments.find((each) => each.id === assignmentId)
    if (!chosen || !assignment || !verdict) return []
    return [{ assignmentId: assignment.id, version: assignment.version, verdict: { id, verdict, comment, on } }]
  })
}

/** What should be looked over, in words; that there are no results is said by there being none. */
export function remarksOf(warnings: readonly Warning[]): string[] {
  return [...new Set(warnings.flatMap((warning) => remarkOf(warning) ?? []))]
}

function remarkOf({ code, message, line, page }: Warning): string | undefined {
  if (code === 'not_found') return t.notFound[message.split(':')[0] ?? '']
  const quoted = /"((?:[^"\\]|\\.)*)"/.exec(message)?.[1]?.replace(/\\"/g, '"') ?? ''
  const words = t.warnings[code]?.(quoted)
  if (!words) return undefined
  return words + (page ? t.onPage(page) : line ? t.atLine(line) : '')
}
