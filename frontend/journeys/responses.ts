// Responses for the journeys to go on from, made through the API.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { type DemoAccount, expect, signIn } from './fixture'

const recommendations = [
  'Fastställ en rutin för hur larm om nycklar hanteras.',
  'Följ upp att lånade nycklar lämnas tillbaka.',
  'Redovisa förluster för nämnden varje halvår.',
]

interface Begun {
  id: string
  auditId: string
}

interface Registered {
  id: string
  addresseeId: string
}

/** Registers an audit of the employment committee's keys. */
export async function registerAudit(
  api: APIRequestContext,
  about: string,
  reportDate = '2026-10-01',
): Promise<Registered> {
  const committeeId = await committeeCalled(api, 'AMN')
  const addresseeId = randomUUID()
  const { id } = await post(api, 'audits', {
    id: randomUUID(),
    content: {
      title: `Granskning av ${about}`,
      firm: 'Nordkajen Revision',
      commissionedBy: 'Storåns kommuns revisorer',
      reportDate,
      registryNumber: '',
      committeeIds: [committeeId],
      addressees: [
        { id: addresseeId, committeeId, responseDue: '2031-02-28', registryNumber: '', asked: '', extension: null },
      ],
      questions: [],
      assessments: [],
      overallAssessments: [],
      recommendations: recommendations.map((text, place) => ({
        id: randomUUID(),
        number: String(place + 1),
        text,
        variants: [],
        committeeIds: [committeeId],
      })),
      criteria: [],
      documents: [],
    },
  })
  return { id, addresseeId }
}

/** Registers such an audit and begins the committee's response to it. */
export async function beginResponse(api: APIRequestContext, about: string): Promise<Begun> {
  const { id: auditId, addresseeId } = await registerAudit(api, about)
  const { id } = await post(api, 'responses', { id: randomUUID(), addresseeId })
  return { id, auditId }
}

async function committeeCalled(api: APIRequestContext, abbreviation: string): Promise<string> {
  const answer = await api.get('/api/v1/committees?pageSize=200')
  const { items } = (await answer.json()) as { items: { id: string; content: { abbreviation: string } }[] }
  const found = items.find(({ content }) => content.abbreviation === abbreviation)
  if (!found) throw new Error(`the demo has no ${abbreviation}`)
  return found.id
}

async function post(api: APIRequestContext, path: string, data: object): Promise<{ id: string }> {
  const answer = await api.post(`/api/v1/${path}`, { data })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as { id: string }
}

/** A page of somebody else's, in a browser of their own. */
export async function pageOf(browser: Browser, account: DemoAccount, path: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.UPPSIKT_URL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  })
  const page = await context.newPage()
  await signIn(page, account)
  await page.goto(path)
  return page
}

/** Adds a measure to the draft's first answer. */
export async function addMeasure(officer: APIRequestContext, id: string, what: string): Promise<void> {
  const { answers } = await read(officer, id)
  const ready = { words: '2031-06-30', precision: 'day', lastDay: '2031-06-30' }
  const content = { what, function: 'Fastighetschef', start: null, ready }
  await post(officer, `answers/${answers[0]!.id}/measures`, { id: randomUUID(), content })
}

/** Has an auditor give the audit to the demo's adviser. */
export async function giveToAdviser(browser: Browser, auditId: string): Promise<void> {
  const adviser = await pageOf(browser, 'adviser', '/')
  const { account } = (await (await adviser.request.get('/api/v1/session')).json()) as { account: { id: string } }
  await adviser.context().close()
  await as(browser, 'auditor', async (api) => {
    const { version } = (await (await api.get(`/api/v1/audits/${auditId}`)).json()) as { version: number }
    const data = { accountIds: [account.id] }
    const answer = await api.put(`/api/v1/audits/${auditId}/advisers`, { headers: ifMatch(version), data })
    expect(answer.ok(), await answer.text()).toBe(true)
  })
}

/** Has each answer of the draft written by the officer whose session it is. */
export async function answerResponse(officer: APIRequestContext, id: string): Promise<void> {
  const response = await read(officer, id)
  for (const { id: answer, version, content } of response.answers) {
    const data = { ...content, stance: 'accepts', text: 'Nämnden gör det.' }
    const answered = await officer.put(`/api/v1/answers/${answer}`, { headers: ifMatch(version), data })
    expect(answered.status(), await answered.text()).toBe(200)
  }
}

/** Has the draft answered and submitted by the officer whose session it is, and approved by the manager. */
export async function approveResponse(officer: APIRequestContext, browser: Browser, id: string): Promise<void> {
  await answerResponse(officer, id)
  await take(officer, id, 'submission')
  await as(browser, 'manager', (api) => take(api, id, 'approval'))
}

/** Has an approved response decided on the chair's delegation and sent to the auditors. */
export async function deliverResponse(browser: Browser, id: string): Promise<void> {
  await as(browser, 'secretary', async (api) => {
    await take(api, id, 'decision', {
      id: randomUUID(),
      outcome: 'chair_decision',
      meetingId: null,
      date: '2024-02-28',
      delegation: '6 kap. 39 § kommunallagen',
      paragraph: '31',
      comment: null,
      adopted: null,
    })
    await take(api, id, 'dispatches', {
      id: randomUUID(),
      recipientKind: 'auditors',
      recipient: 'Revisionen',
      sentOn: '2024-03-04',
    })
  })
}

/** Has the committee send an approved response back, at a meeting of its own. */
export async function referBack(browser: Browser, id: string, date: string, comment: string): Promise<void> {
  await as(browser, 'secretary', async (api) => {
    const committeeId = await committeeCalled(api, 'AMN')
    const content = { date, manuscriptStop: null, preparation: null, dispatch: null }
    const meeting = await post(api, 'meetings', { id: randomUUID(), committeeId, content })
    await take(api, id, 'decision', {
      id: randomUUID(),
      outcome: 'referred_back',
      meetingId: meeting.id,
      date: null,
      delegation: null,
      paragraph: '12',
      comment,
      adopted: null,
    })
  })
}

interface ReadResponse {
  version: number
  answers: { id: string; version: number; content: object }[]
}

async function read(api: APIRequestContext, id: string): Promise<ReadResponse> {
  return (await (await api.get(`/api/v1/responses/${id}`)).json()) as ReadResponse
}

async function take(api: APIRequestContext, id: string, step: string, data?: object): Promise<void> {
  const { version } = await read(api, id)
  const answer = await api.post(`/api/v1/responses/${id}/${step}`, { headers: ifMatch(version), data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

async function as(browser: Browser, account: DemoAccount, act: (api: APIRequestContext) => Promise<void>) {
  const page = await pageOf(browser, account, '/')
  await act(page.request)
  await page.context().close()
}

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
