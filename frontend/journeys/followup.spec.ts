// What becomes of a recommendation: the committee reports, the auditors judge, and where they differ it is seen.
import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { addressOf, axe, expect, fitsNarrow, signIn, test } from './fixture'
import { addMeasure, approveResponse, beginResponse, deliverResponse, giveToAdviser, pageOf } from './responses'

const recommendation = 'Fastställ en rutin för hur larm om nycklar hanteras.'
const measure = 'Skriva en rutin för larm'

interface Followed {
  auditId: string
  /** The first recommendation's. */
  address: string
}

/** A decided response to three recommendations, with a measure for the first. */
async function decided(officer: Page, browser: Browser, about: string): Promise<Followed> {
  const { id, auditId } = await beginResponse(officer.request, about)
  await addMeasure(officer.request, id, measure)
  await approveResponse(officer.request, browser, id)
  await deliverResponse(browser, id)
  return { auditId, address: `/rekommendationer/${await firstAssignment(officer.request, auditId)}` }
}

async function firstAssignment(api: APIRequestContext, auditId: string): Promise<string> {
  const answer = await api.get(`/api/v1/assignments?auditId=${auditId}`)
  const { items } = (await answer.json()) as { items: { id: string; number: string }[] }
  return items.find(({ number }) => number === '1')!.id
}

async function reportProgress(page: Page, progress: string, comment: string): Promise<void> {
  await page.getByRole('button', { name: 'Rapportera framdrift' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(progress, { exact: true }).click()
  await dialog.getByLabel('Vad som har gjorts').fill(comment)
  await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
}

test('a recommendation from report to a verdict that differs, found in the list', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { auditId, address } = await decided(page, browser, 'larm om nycklar')
  await giveToAdviser(browser, auditId)
  await page.goto(`/rekommendationer?granskning=${auditId}`)
  const progress = page.getByRole('article', { name: 'Framdrift, nämndens rapport' })
  const verdict = page.getByRole('article', { name: 'Revisionens bedömning' })

  await test.step('the list leads to the recommendation as it concerns the committee', async () => {
    await expect(page.getByText('3 rekommendationer', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: recommendation }).click()
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await expect(page.getByRole('article', { name: 'Nämndens ställningstagande' })).toContainText('Instämmer')
    await expect(progress).toContainText('Ej rapporterad')
  })

  await test.step('a measure gets a new date, with its reason', async () => {
    await page.getByRole('button', { name: `Rapportera åtgärden ${measure}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Pågående', { exact: true }).click()
    await dialog.getByLabel('Vad som har gjorts').fill('Ett utkast finns.')
    await dialog.getByLabel('Nytt datum').fill('hösten 2031')
    await expect(dialog.getByLabel('Klart senast')).toHaveValue('2031-11-30')
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('Skäl: Fyll i det här.')
    await axe(page)
    await dialog.getByLabel('Skäl', { exact: true }).fill('Jouren byts ut först.')
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    const row = page.getByRole('row').filter({ hasText: measure })
    await expect(row.locator('s')).toContainText('2031-06-30')
    await expect(row).toContainText('hösten 2031')
    await expect(row).toContainText('Skäl: Jouren byts ut först.')
  })

  await test.step('the committee reports; what the measures suggest is only told', async () => {
    await page.getByRole('button', { name: 'Rapportera framdrift' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Åtgärderna tyder på: pågående. Du avgör.')
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('Framdrift: ')
    await axe(page)
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
    await reportProgress(page, 'Genomförd', 'Rutinen är fastställd.')
    await expect(progress).toContainText('Genomförd')
    await expect(page.getByText('Revisionen har inte prövat det.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Historik' }).getByRole('listitem').first()).toContainText('Genomförd')
  })

  const adviser = await pageOf(browser, 'adviser', address)
  await test.step('an adviser proposes, unseen by the committee', async () => {
    await adviser.getByRole('button', { name: 'Föreslå bedömning' }).click()
    const dialog = adviser.getByRole('dialog')
    await dialog.getByText('Delvis åtgärdad', { exact: true }).click()
    await dialog.getByLabel('Motivering').fill('Rutinen säger inget om kvällar.')
    await axe(adviser)
    await dialog.getByRole('button', { name: 'Föreslå bedömning' }).click()
    await expect(adviser.getByRole('heading', { name: 'Föreslagna bedömningar' })).toBeVisible()
    await expect(adviser.getByRole('button', { name: 'Ta tillbaka' })).toBeVisible()
    await page.reload()
    await expect(progress).toContainText('Genomförd')
    await expect(page.getByText('Rutinen säger inget om kvällar.')).toBeHidden()
  })

  const auditor = await pageOf(browser, 'auditor', address)
  await test.step('an auditor confirms, and the two differ', async () => {
    await auditor.getByRole('button', { name: /^Bekräfta delvis åtgärdad/ }).click()
    await expect(auditor.getByText('Nämnden säger genomförd sedan')).toBeVisible()
    await axe(auditor)
    await fitsNarrow(auditor)
    await page.reload()
    await expect(verdict).toContainText('Delvis åtgärdad')
    await expect(verdict).toContainText('Rutinen säger inget om kvällar.')
    await expect(page.getByText('Går isär')).toBeVisible()
  })

  await test.step('the list finds what differs', async () => {
    await auditor.goto(`/rekommendationer?granskning=${auditId}`)
    await auditor.getByRole('button', { name: 'Skillnad' }).first().click()
    await auditor.getByRole('option', { name: 'Går isär' }).click()
    await auditor.keyboard.press('Escape')
    await expect(auditor.getByText('1 rekommendation', { exact: true })).toBeVisible()
    await expect(auditor.getByRole('rowheader')).toContainText(recommendation)
    await expect(auditor).toHaveURL(/skillnad=/)
    await axe(auditor)
  })

  await test.step('what is shown is also what is taken home', async () => {
    const shown = new RegExp(`/assignments/export\\?format=csv&auditId=${auditId}&difference=differs$`)
    await expect(auditor.getByRole('link', { name: 'Hämta listan som CSV' })).toHaveAttribute('href', shown)
  })

  await test.step('a filter is taken off, and that is said', async () => {
    const filters = auditor.getByRole('grid', { name: 'Valda filter' })
    await expect(filters).toContainText('Skillnad: Går isär')
    await filters.getByRole('row', { name: 'Skillnad: Går isär' }).getByRole('button').click()
    await expect(auditor.getByText('Filtret är borttaget: Skillnad: Går isär')).toBeAttached()
    await expect(auditor.getByText('3 rekommendationer', { exact: true })).toBeVisible()
    await auditor.getByRole('button', { name: 'Rensa filter' }).click()
    await expect(auditor.getByRole('searchbox')).toBeFocused()
    await expect(auditor).toHaveURL(/\/rekommendationer$/)
  })
})

test('a measure is given to somebody, who reports it, and is taken back', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { address } = await decided(page, browser, 'utlånade nycklar')
  await page.goto(address)
  const row = page.getByRole('row').filter({ hasText: measure })

  await page.getByRole('button', { name: `Ge åtgärden till en person: ${measure}` }).click()
  const giving = page.getByRole('dialog')
  await giving.getByLabel('E-postadress').fill(addressOf('contributor'))
  await giving.getByLabel('Namn').fill('Sofia Hedlund Rask')
  await giving.getByRole('button', { name: 'Ge åtgärden' }).click()
  await expect(row).toContainText('Sofia Hedlund Rask')

  const theirs = await pageOf(browser, 'contributor', '/mina-atgarder')
  const given = theirs.getByRole('article').filter({ hasText: 'utlånade nycklar' })
  await test.step('the person reports it done', async () => {
    await expect(given.getByRole('heading', { name: measure })).toBeVisible()
    await expect(given.locator('blockquote')).toHaveText([recommendation])
    await given.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(given.getByRole('alert')).toContainText('Läge: ')
    await given.getByText('Genomförd', { exact: true }).click()
    await given.getByLabel('Vad som har gjorts').fill('Rutinen är skriven.')
    await given.getByLabel(/^Effekt/).fill('Alla larm förs i dagboken.')
    await given.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(given.getByRole('button', { name: 'Rapportera igen' })).toBeVisible()
    await expect(given.getByRole('list', { name: 'Rapporterat' })).toContainText('Effekt: Alla larm förs i dagboken.')
    await axe(theirs)
    await fitsNarrow(theirs)
  })

  await test.step('the committee sees it, and takes the measure back', async () => {
    await page.reload()
    await expect(row).toContainText('Gjort: Rutinen är skriven.')
    await expect(row).toContainText('Genomförd')
    await page.getByRole('button', { name: `Ta tillbaka från Sofia Hedlund Rask: ${measure}` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ta tillbaka' }).click()
    await expect(row).not.toContainText('Sofia Hedlund Rask')
    await theirs.reload()
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Mina åtgärder')
    await expect(given).toBeHidden()
  })

  await test.step('somebody new gets a first password, and lands at what is theirs', async () => {
    const email = 'ny.atgardsansvarig@storan.example'
    await page.getByRole('button', { name: `Ge åtgärden till en person: ${measure}` }).click()
    await giving.getByLabel('E-postadress').fill(email)
    await giving.getByLabel('Namn').fill('Ny Åtgärdsansvarig')
    await giving.getByRole('button', { name: 'Ge åtgärden' }).click()
    const password = await page.getByRole('dialog', { name: 'Första lösenordet' }).locator('code').innerText()
    const own = await (await browser.newContext({ baseURL: process.env.UPPSIKT_URL, locale: 'sv-SE' })).newPage()
    expect((await own.request.post('/api/v1/session', { data: { email, password } })).status()).toBe(201)
    await own.goto('/')
    await expect(own).toHaveURL(/\/mina-atgarder$/)
    await expect(own.getByRole('heading', { name: measure })).toBeVisible()
  })
})

test('two who report at once: nothing is lost, and the second sees what the first said', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { address } = await decided(page, browser, 'borttappade nycklar')
  await page.goto(address)
  await page.getByRole('button', { name: 'Rapportera framdrift' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Genomförd', { exact: true }).click()
  await dialog.getByLabel('Vad som har gjorts').fill('Låsen är bytta.')

  const manager = await pageOf(browser, 'manager', address)
  await reportProgress(manager, 'Pågående', 'Låsen är beställda.')
  await expect(manager.getByText('Framdriften är rapporterad')).toBeVisible()

  await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
  const note = dialog.getByRole('alert')
  await expect(note).toContainText('Någon annan har skrivit medan du skrev')
  await expect(note).toContainText('Låsen är beställda.')
  await expect(dialog.getByLabel('Vad som har gjorts')).toHaveValue('Låsen är bytta.')
  await axe(page)
  await note.getByRole('button', { name: 'Skicka ändå' }).click()
  await expect(dialog).toBeHidden()
  const history = page.getByRole('list', { name: 'Historik' })
  await expect(history).toContainText('Låsen är bytta.')
  await expect(history).toContainText('Låsen är beställda.')
})

test("the auditors' notes are theirs alone", async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { address, auditId } = await decided(page, browser, 'nycklar till arkivet')
  const auditor = await pageOf(browser, 'auditor', address)
  const notes = auditor.getByRole('region', { name: 'Arbetsanteckningar' })

  await expect(notes).toContainText('Läses bara av revisorerna och granskningens biträden.')
  await notes.getByRole('button', { name: 'Lägg till anteckning' }).click()
  await notes.getByLabel('Anteckning').fill('Be att få se **dagboken**.')
  await notes.getByRole('button', { name: 'Spara anteckning' }).click()
  await expect(notes.locator('strong')).toHaveText('dagboken')

  await auditor.goto(`/granskningar/${auditId}`)
  await expect(notes.getByRole('link', { name: 'om en rekommendation' })).toBeVisible()
  await axe(auditor)
  await notes.getByRole('button', { name: /^Ändra anteckningen/ }).click()
  await notes.getByLabel('Anteckning').fill('Dagboken är läst.')
  await notes.getByRole('button', { name: 'Spara anteckning' }).click()
  await expect(notes.getByText('Dagboken är läst.')).toBeVisible()

  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rekommendation 1')
  await expect(page.getByText('Arbetsanteckningar')).toBeHidden()

  await notes.getByRole('button', { name: /^Ta bort anteckningen/ }).click()
  await auditor.getByRole('alertdialog').getByRole('button', { name: 'Ta bort anteckningen' }).click()
  await expect(notes).toContainText('Inga anteckningar ännu.')
})

test('every figure is a door to the list that it counts', async ({ page }) => {
  await signIn(page, 'overseer')
  await page.goto('/oversikt')
  const accepted = page.getByRole('link', { name: /^Accepterade: \d+$/ })
  const count = Number(await accepted.innerText())
  expect(count).toBeGreaterThan(0)
  await accepted.click()
  await expect(page.getByText(`${count} rekommendationer`, { exact: true })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Valda filter' })).toContainText('Ställningstagande: Instämmer')

  await page.goBack()
  await page.getByRole('button', { name: 'Biträde' }).click()
  await page.getByRole('option', { name: 'Nordkajen Revision' }).click()
  await page.keyboard.press('Escape')
  const table = page.getByRole('table', { name: 'Per nämnd' })
  const given = table.getByRole('link', { name: /^Arbetsmarknadsnämnden, lämnade/ })
  await expect(page.getByRole('table', { name: 'Per sakkunnigt biträde' }).getByRole('rowheader')).toHaveText([
    'Nordkajen Revision',
  ])
  const committees = Number(await given.innerText())
  await given.click()
  await expect(page.getByText(`${committees} rekommendationer`, { exact: true })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Valda filter' })).toContainText('Biträde: Nordkajen Revision')
})

test('what the list shows is taken home as a spreadsheet', async ({ page }) => {
  await signIn(page, 'auditor')
  await page.goto('/rekommendationer?svar=["accepts"]')
  const first = await page.getByRole('rowheader').getByRole('link').first().innerText()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta listan som CSV' }).click()
  const file = await readFile(await (await waiting).path(), 'utf8')
  expect(file).toContain(first)
  expect(file).not.toContain('Ej besvarad')
  const spreadsheet = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta listan som XLSX', exact: true }).click()
  expect((await spreadsheet).suggestedFilename()).toMatch(/\.xlsx$/)
})
