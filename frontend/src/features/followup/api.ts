import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'
import { ApiProblem } from '@/lib/problem'

export type Assignment = Schema['Assignment']
export type AssignmentSummary = Schema['AssignmentSummary']
export type AssignmentSort = Schema['AssignmentSort']
export type AssignmentQuery = NonNullable<paths['/assignments']['get']['parameters']['query']>
export type FollowedMeasure = Schema['FollowedMeasure']
export type MeasureReport = Schema['MeasureReport']
export type NewMeasureReport = Schema['NewMeasureReport']
export type NewProgressReport = Schema['NewProgressReport']
export type NewVerdict = Schema['NewVerdict']
export type ProgressReport = Schema['ProgressReport']
export type GivenVerdict = Schema['GivenVerdict']
export type GivenMeasure = Schema['GivenMeasure']
export type ApproximateDate = Schema['ApproximateDate']
export type Progress = Schema['Progress']
export type Verdict = Schema['Verdict']
export type VerdictReading = Schema['VerdictReading']
export type VerdictBatch = Schema['VerdictBatch']
export type Figures = Schema['FollowupFigures']
export type Overview = Schema['FollowupOverview']
export type OverviewQuery = NonNullable<paths['/followup-overview']['get']['parameters']['query']>
export type WorkingNote = Schema['WorkingNote']
export type Committee = Schema['Committee']
export type Round = Schema['Round']
export type RoundContent = Schema['RoundContent']
export type RoundItem = Schema['RoundItem']
export type RoundSummary = Schema['RoundSummary']
export type Criticism = Schema['Criticism']
export type CriticismContent = Schema['CriticismContent']
export type Repetitions = Schema['Repetitions']
export type EarlierRecommendation = Schema['EarlierRecommendation']
export type BatchResult = Schema['BatchResult']

export const pageSize = 50
const everything = { pageSize: 200 }

/** A page of the list. */
export function assignmentsQuery(query: AssignmentQuery, page: number) {
  return queryOptions({
    queryKey: ['followup', 'list', query, page],
    queryFn: () => call(api.GET('/assignments', { params: { query: { ...query, page, pageSize } } })),
  })
}

/** The ids of all that a filter finds. */
export async function allAssignmentIds(query: AssignmentQuery): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await call(
      api.GET('/assignments', { params: { query: { ...query, ...everything, page } } }),
    )
    ids.push(...items.map(({ id }) => id))
    if (items.length === 0 || ids.length >= total) return ids
  }
}

export function assignmentQuery(id: string) {
  return queryOptions({
    queryKey: ['followup', 'assignment', id],
    queryFn: () => call(api.GET('/assignments/{id}', { params: { path: { id } } })),
  })
}

/** The measures given to the person at the screen. */
export const givenMeasuresQuery = queryOptions({
  queryKey: ['followup', 'given'],
  queryFn: () => call(api.GET('/given-measures', { params: { query: everything } })),
})

export function overviewQuery(query: OverviewQuery) {
  return queryOptions({
    queryKey: ['followup', 'overview', query],
    queryFn: () => call(api.GET('/followup-overview', { params: { query } })),
  })
}

/** An audit's title, by the name that the audit's own page knows it by. */
export function auditQuery(id: string) {
  return queryOptions({
    queryKey: ['audits', id],
    queryFn: () => call(api.GET('/audits/{id}', { params: { path: { id } } })),
  })
}

/** The latest audits, to choose one of. */
export const auditChoicesQuery = queryOptions({
  queryKey: ['audits', 'list', 'choices'],
  queryFn: () => call(api.GET('/audits', { params: { query: { sort: '-reportDate', ...everything } } })),
  select: (page) => page.items,
})

export function workingNotesQuery(auditId: string) {
  return queryOptions({
    queryKey: ['followup', 'notes', auditId],
    queryFn: () =>
      call(api.GET('/audits/{id}/working-notes', { params: { path: { id: auditId }, query: everything } })),
    select: (page) => page.items,
  })
}

/** Shows everywhere what has changed: the thing itself, lists, figures, what is given to whom. */
export function useChanged(): (assignment?: Assignment) => Promise<void> {
  const queryClient = useQueryClient()
  return (assignment) => {
    if (assignment) queryClient.setQueryData(assignmentQuery(assignment.id).queryKey, assignment)
    return queryClient.invalidateQueries({ queryKey: ['followup'] })
  }
}

/** The assignment as it is now, past what is remembered. */
export function rereadAssignment(id: string): Promise<Assignment> {
  return call(api.GET('/assignments/{id}', { params: { path: { id } } }))
}

/** A given measure as it is now; there is no reading of a single one. */
export async function rereadGivenMeasure(id: string): Promise<FollowedMeasure> {
  const { items } = await call(api.GET('/given-measures', { params: { query: everything } }))
  const found = items.find(({ measure }) => measure.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found.measure
}

export function reportProgress(id: string, report: NewProgressReport, version: number): Promise<Assignment> {
  return call(
    api.POST('/assignments/{id}/progress-reports', {
      params: { path: { id }, header: ifMatch(version) },
      body: report,
    }),
  )
}

export function giveVerdict(id: string, verdict: NewVerdict, version: number): Promise<Assignment> {
  return call(
    api.POST('/assignments/{id}/verdicts', { params: { path: { id }, header: ifMatch(version) }, body: verdict }),
  )
}

/** Gives, or proposes, several verdicts: all or none. */
export function giveVerdicts(items: VerdictBatch['items']): Promise<Schema['BatchResult']> {
  return call(api.POST('/verdict-batches', { body: { items } }))
}

export function confirmVerdict(id: string): Promise<Assignment> {
  return call(api.POST('/verdicts/{id}/confirmation', { params: { path: { id } } }))
}

/** Turns a proposal down, or takes it back. */
export function withdrawVerdict(id: string): Promise<Assignment> {
  return call(api.DELETE('/verdicts/{id}', { params: { path: { id } } }))
}

export function reportMeasure(id: string, report: NewMeasureReport, version: number): Promise<FollowedMeasure> {
  return call(
    api.POST('/measures/{id}/progress-reports', { params: { path: { id }, header: ifMatch(version) }, body: report }),
  )
}

export function giveMeasure(
  { id, version }: FollowedMeasure,
  person: Schema['GivenPerson'],
): Promise<Schema['GivenMeasureResult']> {
  return call(api.PUT('/measures/{id}/person', { params: { path: { id }, header: ifMatch(version) }, body: person }))
}

export function takeMeasureBack({ id, version }: FollowedMeasure): Promise<FollowedMeasure> {
  return call(api.DELETE('/measures/{id}/person', { params: { path: { id }, header: ifMatch(version) } }))
}

export function addWorkingNote(auditId: string, note: Schema['NewWorkingNote']): Promise<WorkingNote> {
  return call(api.POST('/audits/{id}/working-notes', { params: { path: { id: auditId } }, body: note }))
}

export function writeWorkingNote(
  id: string,
  content: Schema['WorkingNoteContent'],
  version: number,
): Promise<WorkingNote> {
  return call(api.PUT('/working-notes/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteWorkingNote({ id, version }: WorkingNote): Promise<undefined> {
  return call(api.DELETE('/working-notes/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The note as it is now; there is no reading of a single one. */
export async function rereadWorkingNote(auditId: string, id: string): Promise<WorkingNote> {
  const { items } = await call(
    api.GET('/audits/{id}/working-notes', { params: { path: { id: auditId }, query: everything } }),
  )
  const found = items.find((note) => note.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}

/** Says the same of each: all or none. */
export function reportProgressOfMany(items: Schema['ProgressBatch']['items']): Promise<BatchResult> {
  return call(api.POST('/progress-batches', { body: { items } }))
}

export function giveVerdictOnMany(items: Schema['VerdictBatch']['items']): Promise<BatchResult> {
  return call(api.POST('/verdict-batches', { body: { items } }))
}

export function confirmVerdictOnMany(items: Schema['ConfirmationBatch']['items']): Promise<BatchResult> {
  return call(api.POST('/verdict-confirmations', { body: { items } }))
}

export function roundsQuery(page: number) {
  return queryOptions({
    queryKey: ['followup', 'rounds', page],
    queryFn: () => call(api.GET('/rounds', { params: { query: { page, pageSize } } })),
  })
}

export function roundQuery(id: string) {
  return queryOptions({
    queryKey: ['followup', 'round', id],
    queryFn: () => rereadRound(id),
  })
}

/** The round as it is now, past what is remembered. */
export function rereadRound(id: string): Promise<Round> {
  return call(api.GET('/rounds/{id}', { params: { path: { id } } }))
}

export function startRound(body: Schema['NewRound']): Promise<Round> {
  return call(api.POST('/rounds', { body }))
}

export function updateRound(id: string, content: RoundContent, version: number): Promise<Round> {
  return call(api.PUT('/rounds/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function closeRound({ id, version }: Round): Promise<Round> {
  return call(api.POST('/rounds/{id}/closing', { params: { path: { id }, header: ifMatch(version) } }))
}

export function reopenRound({ id, version }: Round): Promise<Round> {
  return call(api.DELETE('/rounds/{id}/closing', { params: { path: { id }, header: ifMatch(version) } }))
}

export interface CriticismFilter {
  committeeId?: string | undefined
  year?: number | undefined
  page: number
}

export function criticismsQuery({ committeeId, year, page }: CriticismFilter) {
  const query = { page, pageSize, ...(committeeId ? { committeeId } : {}), ...(year ? { year } : {}) }
  return queryOptions({
    queryKey: ['followup', 'criticisms', query],
    queryFn: () => call(api.GET('/criticisms', { params: { query } })),
  })
}

export function registerCriticism(body: Schema['NewCriticism']): Promise<Criticism> {
  return call(api.POST('/criticisms', { body }))
}

export function updateCriticism(id: string, content: CriticismContent, version: number): Promise<Criticism> {
  return call(api.PUT('/criticisms/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteCriticism({ id, version }: Criticism): Promise<undefined> {
  return call(api.DELETE('/criticisms/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

/** The criticism as it is now; there is no reading of a single one. */
export async function rereadCriticism({ id, content: { committeeId } }: Criticism): Promise<Criticism> {
  const { items } = await call(api.GET('/criticisms', { params: { query: { committeeId, ...everything } } }))
  const found = items.find((criticism) => criticism.id === id)
  if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
  return found
}

export function repetitionsQuery(auditId: string) {
  return queryOptions({
    queryKey: ['followup', 'repetitions', auditId],
    queryFn: () => call(api.GET('/audits/{id}/repetitions', { params: { path: { id: auditId } } })),
  })
}

/** Says all that a recommendation repeats. */
export function linkRepetition(recommendationId: string, earlierIds: string[]): Promise<Repetitions> {
  return call(
    api.PUT('/recommendations/{id}/repeats', { params: { path: { id: recommendationId } }, body: { earlierIds } }),
  )
}
