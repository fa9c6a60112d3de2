// The list's filter and order as they stand in the address, as the server is asked, and in words.
import * as v from 'valibot'
import type { Schema } from '@/api/client'
import { filters as t } from '@/lib/messages/followup'
import { values } from '@/lib/messages/values'
import type { AssignmentQuery, AssignmentSort, OverviewQuery } from './api'

export const stanceWords: Record<Schema['StanceFilter'], string> = { unanswered: values.unanswered, ...values.stance }
export const progressWords: Record<Schema['ProgressFilter'], string> = {
  unreported: values.unreported,
  ...values.progress,
}

export const criticismWords: Record<Schema['CriticismFilter'], string> = {
  none: values.noCriticism,
  ...values.criticismKind,
}

const sorts = [
  'reportDate',
  '-reportDate',
  'lastDay',
  '-lastDay',
  'committee',
  '-committee',
  'title',
  '-title',
] as const satisfies readonly AssignmentSort[]

/** What cannot be read in an address is as if it were not there. */
function perhaps<T extends v.GenericSchema>(schema: T) {
  return v.optional(v.fallback(v.optional(schema), undefined))
}

function codesOf<Code extends string>(words: Record<Code, string>) {
  return v.pipe(v.array(v.picklist(Object.keys(words) as Code[])), v.minLength(1))
}

const committees = perhaps(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1)))
const text = perhaps(v.pipe(v.string(), v.minLength(1)))
const year = perhaps(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)))

/** The columns that may be chosen, in the table's order; what names the recommendation is always there. */
export const listColumns = [
  'committee',
  'stance',
  'progress',
  'difference',
  'verdict',
  'last_day',
  'report_date',
  'firm',
  'measures',
] as const satisfies readonly Schema['AssignmentColumn'][]
export type ListColumn = (typeof listColumns)[number]

/** The columns of a list for which none are chosen. */
export const usualColumns: readonly ListColumn[] = listColumns.slice(0, 7)

/** What the figures are narrowed to. */
export const overviewSearch = v.object({ namnd: committees, firma: text, ar: year })
export type OverviewSearch = v.InferOutput<typeof overviewSearch>

export const assignmentSearch = v.object({
  q: text,
  namnd: committees,
  svar: perhaps(codesOf(stanceWords)),
  framdrift: perhaps(codesOf(progressWords)),
  bedomning: perhaps(codesOf(values.verdict)),
  skillnad: perhaps(codesOf(values.difference)),
  forsenad: perhaps(v.literal(true)),
  kritik: perhaps(codesOf(criticismWords)),
  ar: year,
  firma: text,
  granskning: perhaps(v.pipe(v.string(), v.uuid())),
  sortering: perhaps(v.picklist(sorts)),
  kolumner: perhaps(v.pipe(v.array(v.picklist(listColumns)), v.minLength(1))),
  page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
})
export type AssignmentSearch = v.InferOutput<typeof assignmentSearch>

export const criticismSearch = v.object({
  namnd: perhaps(v.pipe(v.string(), v.uuid())),
  ar: year,
  page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
})

/** What the server is asked for; the page stands apart. */
export function queryOf(search: AssignmentSearch): AssignmentQuery {
  return present({
    q: search.q,
    committeeId: search.namnd,
    auditId: search.granskning,
    firm: search.firma,
    year: search.ar,
    stance: search.svar,
    progress: search.framdrift,
    verdict: search.bedomning,
    difference: search.skillnad,
    overdue: search.forsenad,
    criticism: search.kritik,
    sort: search.sortering,
  })
}

export function overviewQueryOf({ namnd, firma, ar }: OverviewSearch): OverviewQuery {
  return present({ committeeId: namnd, firm: firma, year: ar })
}

/** How the list is shown, which no filter changes. */
export function mannerOf({ sortering, kolumner }: AssignmentSearch): AssignmentSearch {
  return present({ sortering, kolumner })
}

/** What the list is narrowed to, whatever its order, columns and page. */
export function narrowingOf(search: AssignmentSearch): AssignmentSearch {
  return narrowed(search, { sortering: undefined, kolumner: undefined })
}

/** The address of the whole list as a spreadsheet, with the columns that are shown. */
export function exportAddress(search: AssignmentSearch, format: Schema['SpreadsheetFormat']): string {
  const parts = Object.entries({
    format,
    ...queryOf(search),
    ...present({ column: exported(search.kolumner) }),
  }).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]))
  return `/api/v1/assignments/export?${new URLSearchParams(parts).toString()}`
}

/** What a shown column also says has a column of its own on paper; that something is confidential is always told. */
function exported(chosen: readonly ListColumn[] | undefined): Schema['AssignmentColumn'][] | undefined {
  if (chosen === undefined) return undefined
  const also: Partial<Record<ListColumn, Schema['AssignmentColumn']>> = {
    last_day: 'overdue',
    measures: 'measures_done',
  }
  const shown = chosen.flatMap((column) => [column, ...(also[column] ? [also[column]] : [])])
  return ['audit', 'number', 'recommendation', ...shown, 'confidentiality']
}

/** The paper on the open recommendations: to one committee when exactly one is chosen, else the summary of them all. */
export function statusReportAddress(format: 'pdf' | 'docx', committees: readonly string[] = []): string {
  const query = new URLSearchParams({ format })
  const [only, ...more] = committees
  if (only !== undefined && more.length === 0) query.set('committeeId', only)
  return `/api/v1/status-report?${query.toString()}`
}

/** One chosen filter: its words, and the search without it. */
export interface Chosen<Search> {
  id: string
  words: string
  without: Search
}

export interface Names {
  committee: (id: string) => string
  audit: (id: string) => string
}

/** Every filter that is chosen, in the order of the chips. */
export function chosenIn(search: AssignmentSearch, names: Names): Chosen<AssignmentSearch>[] {
  const { q, forsenad, ar, firma, granskning } = search
  const many = <Key extends 'namnd' | 'svar' | 'framdrift' | 'bedomning' | 'skillnad' | 'kritik'>(
    key: Key,
    label: string,
    word: (code: NonNullable<AssignmentSearch[Key]>[number]) => string,
  ) =>
    (search[key] ?? []).map((code) => ({
      id: `${key}/${code}`,
      words: `${label}: ${word(code)}`,
      without: narrowed(search, { [key]: search[key]?.filter((other) => other !== code) }),
    }))
  const one = (key: keyof AssignmentSearch, words: string | undefined) =>
    words === undefined ? [] : [{ id: key, words, without: narrowed(search, { [key]: undefined }) }]
  return [
    ...one('q', q && `${t.words}: ${q}`),
    ...many('namnd', t.committee, names.committee),
    ...many('svar', t.stance, (code) => stanceWords[code]),
    ...many('framdrift', t.progress, (code) => progressWords[code]),
    ...many('bedomning', t.verdict, (code) => values.verdict[code]),
    ...many('skillnad', t.difference, (code) => values.difference[code]),
    ...one('forsenad', forsenad && t.overdue),
    ...many('kritik', t.criticism, (code) => criticismWords[code]),
    ...one('ar', ar === undefined ? undefined : `${t.year}: ${ar}`),
    ...one('firma', firma && `${t.firm}: ${firma}`),
    ...one('granskning', granskning && `${t.audit}: ${names.audit(granskning)}`),
  ]
}

/** The search with some parts changed, from its first page; a part without anything chosen is not there. */
export function narrowed<Search extends object>(search: Search, part: Partial<Search>): Search {
  const now = Object.entries({ ...search, ...part, page: undefined })
  return Object.fromEntries(now.filter(([, value]) => !isNothing(value))) as Search
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

type Present<T> = { [Key in keyof T]?: NonNullable<T[Key]> }

function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<T>
}
