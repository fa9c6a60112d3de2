// What is typed survives: the server or its database is killed while somebody types, or the tab is closed.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, type BrowserContext, type Page } from '@playwright/test'
import { addressOf, axe, demoPassword, expect, fitsNarrow, test } from './fixture'
import { dataFolder, type RunningServer, serve } from './server'

const beforeKill = 'Nämnden har tagit del av granskningen och '
const afterKill = 'delar revisorernas bedömning i allt väsentligt.'
const keyDelayMs = 40

let data: string
let server: RunningServer
let env: NodeJS.ProcessEnv

// A server of its own, since it is killed.
test.beforeAll(async () => {
  test.setTimeout(300_000)
  data = await dataFolder()
  env = { ...process.env, UPPSIKT_DATA_DIR: data }
  server = await serve(env)
})

test.afterAll(async () => {
  server.process.kill('SIGTERM')
  await server.ended
  await rm(data, { recursive: true, force: true })
})

test.describe.configure({ timeout: 120_000 })

async function signedIn(browser: { newContext: (options: object) => Promise<BrowserContext> }) {
  const context = await browser.newContext({ baseURL: server.url, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' })
  const answer = await context.request.post('/api/v1/session', {
    data: { email: addressOf('officer'), password: demoPassword },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return context
}

async function draftOf(api: APIRequestContext): Promise<string> {
  const { items } = (await (await api.get('/api/v1/responses?state=draft')).json()) as { items: { id: string }[] }
  expect(items.length, 'drafts in the demo').toBeGreaterThan(0)
  return items[0]!.id
}

/** The text of the response's closing words as the server has it. */
async function stored(api: APIRequestContext, id: string): Promise<string> {
  const answer = await api.get(`/api/v1/responses/${id}`)
  expect(answer.status(), await answer.text()).toBe(200)
  const { sections } = (await answer.json()) as { sections: { kind: string; content: { text: string } }[] }
  return sections.find(({ kind }) => kind === 'closing')!.content.text
}

const text = (page: Page) => page.getByLabel('Text', { exact: true })
const saveStatus = (page: Page) => page.getByRole('status').filter({ hasText: /[Ss]parat/ })
const notSaved = 'Inte sparat. Din text finns kvar i webbläsaren.'

async function openEmpty(page: Page, id: string): Promise<void> {
  await page.goto(`/yttranden/${id}?del=avslutning`)
  await text(page).fill('')
  await expect.poll(() => stored(page.request, id)).toBe('')
  await text(page).focus()
}

async function ready(): Promise<void> {
  const answers = () =>
    fetch(`${server.url}/readyz`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(answers, { timeout: 60_000, intervals: [50] }).toBe(200)
}

async function storedWithinFiveSeconds(api: APIRequestContext, id: string, typed: string): Promise<void> {
  await expect.poll(() => stored(api, id), { timeout: 5_000, intervals: [100] }).toBe(typed)
}

async function killServer(): Promise<void> {
  server.process.kill('SIGKILL')
  await server.ended
}

async function startAgain(): Promise<void> {
  server = await serve(env, new URL(server.url).host)
  await ready()
}

async function postmaster(): Promise<number> {
  const file = await readFile(join(data, 'pg', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number.parseInt(file, 10) || 0
}

test('the server is killed while somebody types: the last character is stored within five seconds of its return', async ({
  browser,
}) => {
  const writing = await signedIn(browser)
  const reading = await signedIn(browser)
  const page = await writing.newPage()
  const id = await draftOf(writing.request)
  await openEmpty(page, id)

  await page.keyboard.type(beforeKill, { delay: keyDelayMs })
  const typing = page.keyboard.type(afterKill, { delay: keyDelayMs })
  await killServer()
  await typing
  await expect(saveStatus(page)).toHaveText(notSaved)
  await expect(page.getByText('Ingen kontakt med servern')).toBeVisible()
  await axe(page)
  await fitsNarrow(page)

  await startAgain()
  await storedWithinFiveSeconds(reading.request, id, beforeKill + afterKill)
  await expect(saveStatus(page)).toHaveText(/^Sparat \d/)
  await expect(text(page)).toHaveValue(beforeKill + afterKill)
  await Promise.all([writing.close(), reading.close()])
})

test('PostgreSQL is killed while somebody types: the last character is stored within five seconds of its return', async ({
  browser,
}) => {
  const writing = await signedIn(browser)
  const reading = await signedIn(browser)
  const page = await writing.newPage()
  const id = await draftOf(writing.request)
  await openEmpty(page, id)

  await page.keyboard.type(beforeKill, { delay: keyDelayMs })
  const typing = page.keyboard.type(afterKill, { delay: keyDelayMs })
  const killed = await postmaster()
  process.kill(killed, 'SIGKILL')
  await typing
  await expect.poll(async () => ![0, killed].includes(await postmaster()), { timeout: 60_000 }).toBe(true)
  await ready()
  await storedWithinFiveSeconds(reading.request, id, beforeKill + afterKill)
  await expect(saveStatus(page)).toHaveText(/^Sparat \d/)
  await Promise.all([writing.close(), reading.close()])
})

test('the tab is closed while the server is away: the text is offered when the part is opened again', async ({
  browser,
}) => {
  const writing = await signedIn(browser)
  const reading = await signedIn(browser)
  const closed = await writing.newPage()
  const id = await draftOf(writing.request)
  await openEmpty(closed, id)
  await closed.keyboard.type(beforeKill)
  await expect.poll(() => stored(reading.request, id)).toBe(beforeKill)

  await killServer()
  await closed.keyboard.type(afterKill)
  await closed.close()
  await startAgain()

  const page = await writing.newPage()
  await page.goto(`/yttranden/${id}?del=avslutning`)
  const offer = page.getByRole('alert').filter({ hasText: 'Du har text som inte hann sparas' })
  await expect(offer.locator('ins')).toContainText(afterKill)
  await expect(text(page)).toHaveValue(beforeKill)
  await axe(page)
  await fitsNarrow(page)
  await offer.getByRole('button', { name: 'Använd den' }).click()
  await expect(offer).toBeHidden()
  await storedWithinFiveSeconds(reading.request, id, beforeKill + afterKill)

  await page.reload()
  await expect(text(page)).toHaveValue(beforeKill + afterKill)
  await expect(offer).toBeHidden()
  await Promise.all([writing.close(), reading.close()])
})

test('signing out leaves nothing of what was not saved in the browser', async ({ browser }) => {
  const writing = await signedIn(browser)
  const closed = await writing.newPage()
  const id = await draftOf(writing.request)
  await openEmpty(closed, id)
  await writing.setOffline(true)
  await closed.keyboard.type(afterKill)
  await closed.close()
  await writing.setOffline(false)

  const page = await writing.newPage()
  await page.goto(`/yttranden/${id}?del=avslutning`)
  await expect(page.getByText('Du har text som inte hann sparas')).toBeVisible()
  await page.getByRole('button', { name: /konto och utseende/ }).click()
  await page.getByRole('menuitem', { name: 'Logga ut' }).click()
  await expect(page.getByRole('button', { name: 'Logga in' })).toBeVisible()
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('uppsikt.kept')))
  await expect.poll(kept).toEqual([])
  await writing.close()
})
