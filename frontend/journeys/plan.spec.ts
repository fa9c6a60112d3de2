// The way to the date on a response's page, and what is said when the date cannot be reached.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

/** Begins a response to a new audit, due on a day or not at all; its address. */
async function responseDue(api: APIRequestContext, about: string, responseDue: string | null): Promise<string> {
  const list = (await (await api.get('/api/v1/committees?pageSize=200')).json()) as {
    items: { id: string; content: { abbreviation: string } }[]
  }
  const committeeId = list.items.find(({ content }) => content.abbreviation === 'AMN')!.id
  const addresseeId = randomUUID()
  const audit = await api.post('/api/v1/audits', {
    data: {
      id: randomUUID(),
      content: {
        title: `Granskning av ${about}`,
        firm: 'Nordkajen Revision',
        commissionedBy: 'Storåns kommuns revisorer',
        reportDate: '2026-01-10',
        registryNumber: '',
        committeeIds: [committeeId],
        addressees: [{ id: addresseeId, committeeId, responseDue, registryNumber: '', asked: '', extension: null }],
        questions: [],
        assessments: [],
        overallAssessments: [],
        recommendations: [
          { id: randomUUID(), number: '1', text: 'Fastställ en rutin.', variants: [], committeeIds: [committeeId] },
        ],
        criteria: [],
        documents: [],
      },
    },
  })
  expect(audit.status(), await audit.text()).toBe(201)
  const id = randomUUID()
  const response = await api.post('/api/v1/responses', { data: { id, addresseeId } })
  expect(response.status(), await response.text()).toBe(201)
  return `/yttranden/${id}`
}

const stepsOf = (page: Page) => page.getByRole('list', { name: /^Vägen till svarsdatumet/ }).getByRole('listitem')

test('the steps lead through the last meeting that serves to the date', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto(await responseDue(page.request, 'planeringen', '2032-02-28'))
  await expect(stepsOf(page).filter({ hasText: 'sista före svarsdatum' })).toHaveCount(1)
  await expect(stepsOf(page).last()).toContainText('2032-02-28')
  await expect(stepsOf(page).filter({ hasText: 'Utkast klart' })).toHaveAttribute('aria-current', 'step')
  await expect(page.getByText('Ingen nämnd kvar före svarsdatumet')).toBeHidden()
  await axe(page)
  await fitsNarrow(page)
})

test('a date that has passed, and none at all, are told with the way out', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto(await responseDue(page.request, 'förseningar', '2026-02-01'))
  await expect(page.getByText('Svarsdatumet har passerat')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Registrera ordförandebeslut' })).toBeHidden()
  await axe(page)
  await fitsNarrow(page)
  await page.getByRole('link', { name: 'Be om längre tid' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Granskning av förseningar')

  await page.goto(await responseDue(page.request, 'det odaterade', null))
  await expect(page.getByText('Svarsdatum saknas')).toBeVisible()
  await expect(stepsOf(page).filter({ hasText: 'Svar senast' })).toHaveCount(0)
})

test('an approved response that has no meeting left may be decided by the chair', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const path = await responseDue(page.request, 'brådska', '2026-02-01')
  const id = path.split('/').at(-1)!
  const read = (await (await page.request.get(`/api/v1/responses/${id}`)).json()) as {
    answers: { id: string; version: number; content: object }[]
  }
  const answer = read.answers[0]!
  const written = await page.request.put(`/api/v1/answers/${answer.id}`, {
    headers: { 'If-Match': `"${answer.version}"` },
    data: { ...answer.content, stance: 'accepts', text: 'Nämnden tar fram en rutin.' },
  })
  expect(written.status(), await written.text()).toBe(200)
  await page.goto(path)
  await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
  await expect(page.getByText('Yttrandet är inlämnat')).toBeVisible()

  const pageOf = async (account: 'manager' | 'secretary') => {
    const opened = await (await browser.newContext({ baseURL: process.env.UPPSIKT_URL, locale: 'sv-SE' })).newPage()
    await signIn(opened, account)
    await opened.goto(path)
    return opened
  }
  const manager = await pageOf('manager')
  await manager.getByRole('button', { name: 'Godkänn för nämnd' }).click()
  await expect(manager.getByText('Yttrandet är klart för nämnd').first()).toBeVisible()

  const secretary = await pageOf('secretary')
  await expect(secretary.getByText('Svarsdatumet har passerat')).toBeVisible()
  await secretary.getByRole('link', { name: 'Registrera ordförandebeslut' }).click()
  await expect(secretary.getByRole('heading', { level: 1 })).toHaveText('Registrera beslut')
})
