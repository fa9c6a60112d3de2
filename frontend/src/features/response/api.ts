import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, call, ifMatch, type Schema } from '@/api/client'

export type Response = Schema['Response']
export type ResponseContent = Schema['ResponseContent']
export type ResponseSummary = Schema['ResponseSummary']
export type ResponseState = Schema['ResponseState']
export type Answer = Schema['Answer']
export type AnswerContent = Schema['AnswerContent']
export type Section = Schema['Section']
export type SectionKind = Schema['SectionKind']
export type SectionContent = Schema['SectionContent']
export type Memorandum = Schema['Memorandum']
export type MemorandumSection = Schema['MemorandumSection']
export type MemorandumSectionContent = Schema['MemorandumSectionContent']
export type MemorandumInclusion = Schema['MemorandumInclusion']
export type DocumentPart = Schema['DocumentPart']
export type ReadThrough = Schema['ReadThrough']
export type ReadThroughPart = Schema['ReadThroughPart']
export type Measure = Schema['Measure']
export type MeasureContent = Schema['MeasureContent']
export type PartHistory = Schema['PartHistory']
export type PlacedComment = Schema['PlacedComment']
export type Reception = Schema['Reception']
export type ReceptionKind = Schema['ReceptionKind']
export type Missing = Schema['Missing']
export type Stance = Schema['Stance']
export type Edition = Schema['Edition']
export type InputRequest = Schema['InputRequest']
export type ResponsePlan = Schema['ResponsePlan']
export type AdoptedText = Schema['AdoptedText']
export type Citation = Schema['Citation']
export type CitedThing = Schema['CitedThing']

export const pageSize = 50

export interface ResponseFilter {
  state?: ResponseState | undefined
  committeeId?: string | undefined
  page: number
}

export function responsesQuery({ state, committeeId, page }: ResponseFilter) {
  return queryOptions({
    queryKey: ['responses', 'list', { state, committeeId, page }],
    queryFn: () =>
      call(
        api.GET('/responses', {
          params: { query: { page, pageSize, ...(state && { state: [state] }), ...(committeeId && { committeeId }) } },
        }),
      ),
  })
}

export function responseQuery(id: string) {
  return queryOptions({
    queryKey: ['responses', id],
    queryFn: () => call(api.GET('/responses/{id}', { params: { path: { id } } })),
  })
}

/** The way to the date. It changes with the response's state, and with meetings and dates that others keep. */
export function planQuery({ id, state, responseDue }: Pick<Response, 'id' | 'state' | 'responseDue'>) {
  return queryOptions({
    queryKey: ['response-plans', id, state, responseDue],
    queryFn: () => call(api.GET('/responses/{id}/plan', { params: { path: { id } } })),
  })
}

/** How a part came to read as it does, latest first; read anew with the response, which each save renews. */
export function partHistoryQuery(id: string, part: string) {
  return queryOptions({
    queryKey: ['responses', id, 'history', part],
    queryFn: () => call(api.GET('/responses/{id}/parts/{part}/history', { params: { path: { id, part } } })),
    staleTime: 0,
  })
}

const presenceEveryMs = 10_000

/** Who else is in the draft. Asking tells that the reader is at the part; it stops while the tab is hidden. */
export function presenceQuery(id: string, part: string) {
  return queryOptions({
    queryKey: ['presence', id, part],
    queryFn: () => call(api.POST('/responses/{id}/presence', { params: { path: { id } }, body: { part } })),
    refetchInterval: presenceEveryMs,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/** The audit's recommendations: a late one is not in the response yet. */
export function recommendationsQuery(auditId: string) {
  return queryOptions({
    queryKey: ['audits', auditId],
    queryFn: () => call(api.GET('/audits/{id}', { params: { path: { id: auditId } } })),
    select: (audit) => audit.content.recommendations,
  })
}

/** The memorandum and the response as they will look; read anew with the response, which each save renews. */
export function readThroughQuery(id: string) {
  return queryOptions({
    queryKey: ['responses', id, 'read-through'],
    queryFn: () => call(api.GET('/responses/{id}/read-through', { params: { path: { id } } })),
    staleTime: 0,
  })
}

export function documentAddress(
  id: string,
  edition: Edition,
  format: Schema['DocumentFormat'] = 'pdf',
  part: DocumentPart = 'response',
): string {
  return `/api/v1/responses/${id}/document?edition=${edition}&format=${format}&part=${part}`
}

/** A page to print or send: how far the response has come, and what is left. */
export function statusSheetAddress(id: string, format: Schema['DocumentFormat']): string {
  return `/api/v1/responses/${id}/status-sheet?format=${format}`
}

/** A text that is saved while it is typed is sent again when no answer has come by then. */
const inTime = () => AbortSignal.timeout(10_000)

export function writeTitle(id: string, content: ResponseContent, version: number): Promise<Response> {
  const params = { path: { id }, header: ifMatch(version) }
  return call(api.PUT('/responses/{id}', { params, body: content, signal: inTime() }))
}

export function writeSection(id: string, section: SectionKind, content: SectionContent, version: number) {
  const params = { path: { id, section }, header: ifMatch(version) }
  return call(api.PUT('/responses/{id}/sections/{section}', { params, body: content, signal: inTime() }))
}

export function writeAnswer(id: string, content: AnswerContent, version: number): Promise<Answer> {
  const params = { path: { id }, header: ifMatch(version) }
  return call(api.PUT('/answers/{id}', { params, body: content, signal: inTime() }))
}

export function startMemorandum(responseId: string): Promise<Response> {
  return call(api.POST('/responses/{id}/memorandum', { params: { path: { id: responseId } } }))
}

export function deleteMemorandum(response: Read): Promise<Response> {
  return call(api.DELETE('/responses/{id}/memorandum', { params: at(response) }))
}

export function writeMemorandumSection(id: string, content: MemorandumSectionContent, version: number) {
  const params = { path: { id }, header: ifMatch(version) }
  return call(api.PUT('/memorandum-sections/{id}', { params, body: content, signal: inTime() }))
}

export function addAnswer(responseId: string, body: Schema['NewAnswer']): Promise<Response> {
  return call(api.POST('/responses/{id}/answers', { params: { path: { id: responseId } }, body }))
}

export function deleteAnswer(id: string, version: number): Promise<Response> {
  return call(api.DELETE('/answers/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function addMeasure(answerId: string, body: Schema['NewMeasure']): Promise<Measure> {
  return call(api.POST('/answers/{id}/measures', { params: { path: { id: answerId } }, body }))
}

export function writeMeasure(id: string, content: MeasureContent, version: number): Promise<Measure> {
  return call(api.PUT('/measures/{id}', { params: { path: { id }, header: ifMatch(version) }, body: content }))
}

export function deleteMeasure({ id, version }: Measure): Promise<unknown> {
  return call(api.DELETE('/measures/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function addComment(responseId: string, body: Schema['NewPlacedComment']): Promise<PlacedComment> {
  return call(api.POST('/responses/{id}/comments', { params: { path: { id: responseId } }, body }))
}

export function resolveComment(id: string): Promise<PlacedComment> {
  return call(api.POST('/comments/{id}/resolution', { params: { path: { id } } }))
}

export function reopenComment(id: string): Promise<PlacedComment> {
  return call(api.DELETE('/comments/{id}/resolution', { params: { path: { id } } }))
}

/** One response at the version that was read, as every change of state needs it. */
type Read = Pick<Response, 'id' | 'version'>

const at = ({ id, version }: Read) => ({ path: { id }, header: ifMatch(version) })

export function submit(response: Read): Promise<Response> {
  return call(api.POST('/responses/{id}/submission', { params: at(response) }))
}

export function withdraw(response: Read): Promise<Response> {
  return call(api.DELETE('/responses/{id}/submission', { params: at(response) }))
}

export function giveBack(response: Read, comment: string): Promise<Response> {
  return call(api.POST('/responses/{id}/return', { params: at(response), body: { comment } }))
}

export function approve(response: Read): Promise<Response> {
  return call(api.POST('/responses/{id}/approval', { params: at(response) }))
}

export function decide(response: Read, body: Schema['NewDecision']): Promise<Response> {
  return call(api.POST('/responses/{id}/decision', { params: at(response), body }))
}

export function dispatch(response: Read, body: Schema['NewDispatch']): Promise<Response> {
  return call(api.POST('/responses/{id}/dispatches', { params: at(response), body }))
}

export function verify(response: Read, verifiedOn: string): Promise<Response> {
  return call(api.PUT('/responses/{id}/verification', { params: at(response), body: { verifiedOn } }))
}

export function receive(response: Read, body: Schema['ReceptionContent']): Promise<Response> {
  return call(api.PUT('/responses/{id}/reception', { params: at(response), body }))
}

export function startSupplement(to: string, id: string): Promise<Response> {
  return call(api.POST('/responses/{id}/supplements', { params: { path: { id: to } }, body: { id } }))
}

export function discard(response: Read): Promise<unknown> {
  return call(api.DELETE('/responses/{id}', { params: at(response) }))
}

export function askForInput(id: string, body: Schema['NewInputRequest']): Promise<Schema['AskedInput']> {
  return call(api.POST('/responses/{id}/input-requests', { params: { path: { id } }, body }))
}

export function withdrawInput(id: string): Promise<unknown> {
  return call(api.DELETE('/input-requests/{id}', { params: { path: { id } } }))
}

export function noteTakenIn(id: string): Promise<InputRequest> {
  return call(api.POST('/input-requests/{id}/taking-in', { params: { path: { id } } }))
}

const citablePageSize = 50

/** What a response of the committee may cite of these things: the latest plans first. */
export function citableQuery(committeeId: string, thing: readonly CitedThing[], words: string) {
  return infiniteQueryOptions({
    queryKey: ['citable', committeeId, thing, words],
    queryFn: ({ pageParam: page }) => {
      const query = { committeeId, thing: [...thing], page, pageSize: citablePageSize, ...(words && { q: words }) }
      return call(api.GET('/citable', { params: { query } }))
    },
    initialPageParam: 1,
    getNextPageParam: ({ total }, _, page) => (page * citablePageSize < total ? page + 1 : undefined),
  })
}

export function cite(responseId: string, body: Schema['NewCitation']): Promise<Response> {
  return call(api.POST('/responses/{id}/citations', { params: { path: { id: responseId } }, body }))
}

/** Takes in the wording as the plan has it now. */
export function renewCitation({ id, version }: Citation): Promise<Response> {
  return call(api.PUT('/citations/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}

export function deleteCitation({ id, version }: Citation): Promise<Response> {
  return call(api.DELETE('/citations/{id}', { params: { path: { id }, header: ifMatch(version) } }))
}
