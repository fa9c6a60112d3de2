// A follow-up audit is read in: what it found stands beside the recommendations it may mean, and becomes proposals.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { giveToAdviser, pageOf } from './responses'

const ferries = 'Upprätta en underhållsplan för kommunens linfärjor.'
const bridges = 'Inspektera gångbroarna över Storån vartannat år.'

const report = `Uppföljning av granskning av broar och färjor

Nordkajen Revision
2026-11-02

Nordkajen Revision har på uppdrag av Storåns kommuns revisorer följt upp granskningen av broar och färjor. Granskningen avser arbetsmarknadsnämnden.

Tidigare rekommendation: ${ferries}

Nämndens svar: Planen är genomförd.

Vår bedömning: Delvis åtgärdad. Planen omfattar en av två färjor.

Tidigare rekommendation: Inspektera alla broar regelbundet.

Nämndens svar: Nämnden inspekterar broarna.

Vår bedömning: I huvudsak åtgärdad.

Tidigare rekommendation: Avveckla kommunens båtplatser.

Vår bedömning: Överspelad
`

/** An audit of the employment committee with two recommendations, which no other journey has. */
async function registerAudit(api: APIRequestContext): Promise<string> {
  const answer = await api.get('/api/v1/committees?pageSize=200')
  const { items } = (await answer.json()) as { items: { id: string; content: { abbreviation: string } }[] }
  const committeeId = items.find(({ content }) => content.abbreviation === 'AMN')!.id
  const content = {
    title: 'Granskning av broar och färjor',
    firm: 'Nordkajen Revision',
    commissionedBy: 'Storåns kommuns revisorer',
    reportDate: '2025-03-10',
    registryNumber: '',
    committeeIds: [committeeId],
    addressees: [],
    questions: [],
    assessments: [],
    overallAssessments: [],
    recommendations: [ferries, bridges].map((text, place) => ({
      id: randomUUID(),
      number: String(place + 1),
      text,
      variants: [],
      committeeIds: [committeeId],
    })),
    criteria: [],
    documents: [],
  }
  const registered = await api.post('/api/v1/audits', { data: { id: randomUUID(), content } })
  expect(registered.status(), await registered.text()).toBe(201)
  return ((await registered.json()) as { id: string }).id
}

async function handIn(page: Page): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Välj filer' }).click()
  await (await opened).setFiles({ name: 'uppfoljning.txt', mimeType: 'text/plain', buffer: Buffer.from(report) })
  await expect(page.getByRole('heading', { level: 1, name: 'Resultat ur uppföljningen' })).toBeVisible()
}

async function readIn(page: Page, browser: Browser): Promise<{ adviser: Page; auditId: string }> {
  await signIn(page, 'officer')
  const auditId = await registerAudit(page.request)
  await giveToAdviser(browser, auditId)
  const adviser = await pageOf(browser, 'adviser', '/rekommendationer')
  await adviser.getByRole('link', { name: 'Läs in en uppföljande granskning' }).click()
  await expect(adviser.getByRole('heading', { level: 1 })).toHaveText('Läs in en uppföljande granskning')
  await axe(adviser)
  await handIn(adviser)
  return { adviser, auditId }
}

test('an adviser reads in a follow-up audit, chooses what fits, and proposes it', async ({ page, browser }) => {
  test.slow()
  const { adviser, auditId } = await readIn(page, browser)
  const row = (text: string) => adviser.getByRole('row').filter({ hasText: text })

  await test.step('the likeliest is suggested, and nothing is taken for granted', async () => {
    await expect(adviser.getByText('Bedömningarna blir förslag')).toBeVisible()
    await expect(adviser.getByLabel('Bedömningarnas dag')).toHaveValue('2026-11-02')
    await expect(row(ferries).getByRole('button', { name: /Rekommendation här/ })).toContainText(`AMN 1: ${ferries}`)
    await expect(row(ferries).getByRole('button', { name: /^Delvis åtgärdad Bedömning/ })).toBeVisible()
    await expect(row(ferries).getByRole('textbox')).toHaveValue('Delvis åtgärdad. Planen omfattar en av två färjor.')
    await expect(adviser.getByText('”I huvudsak åtgärdad.” gick inte att tolka.', { exact: false })).toBeVisible()
    await expect(adviser.getByRole('button', { name: 'Föreslå bedömningar' })).toBeDisabled()
    await axe(adviser)
    await fitsNarrow(adviser)
  })

  await test.step('what is sure is chosen at once; another is found by searching', async () => {
    await adviser.getByRole('button', { name: 'Välj alla med säker träff (1)' }).click()
    await expect(row(ferries).getByRole('checkbox')).toBeChecked()
    await adviser.getByRole('button', { name: 'Sök en annan rekommendation till resultat 2' }).click()
    const dialog = adviser.getByRole('dialog')
    await dialog.getByRole('searchbox').fill('gångbroar')
    await dialog.getByRole('searchbox').press('Enter')
    await dialog.getByRole('button', { name: `AMN 2: ${bridges}` }).click()
    const second = row('Inspektera alla broar regelbundet.')
    await second.getByRole('button', { name: /Bedömning, resultat 2/ }).click()
    await adviser.getByRole('option', { name: 'Åtgärdad', exact: true }).click()
    await second.getByText('Resultat 2 stämmer').click({ force: true })
    await expect(adviser.getByText('2 valda', { exact: true })).toBeVisible()
  })

  await test.step('it survives a reload', async () => {
    await adviser.reload()
    await expect(adviser.getByText('2 valda', { exact: true })).toBeVisible()
    await expect(row(ferries).getByRole('checkbox')).toBeChecked()
  })

  await test.step('all are proposed at once', async () => {
    await adviser.getByRole('button', { name: 'Föreslå 2 bedömningar' }).click()
    await expect(adviser.getByText('2 bedömningar är föreslagna')).toBeVisible()
    await expect(row('Avveckla kommunens båtplatser.')).toBeVisible()
    await expect(row(ferries)).toHaveCount(0)
    await adviser.goto(`/rekommendationer?granskning=${auditId}`)
    await expect(row(ferries)).toContainText('föreslagen: Delvis åtgärdad', { ignoreCase: true })
    await expect(row(bridges)).toContainText('föreslagen: Åtgärdad', { ignoreCase: true })
  })
  await adviser.context().close()
})
