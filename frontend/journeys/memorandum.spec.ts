// The memorandum: its template, written beside the response, read through, approved, kept as it was read.
import type { Page } from '@playwright/test'
import { axe, changing, expect, fitsNarrow, signIn, test } from './fixture'
import { answerResponse, beginResponse, pageOf } from './responses'

const parts = (page: Page) => page.getByRole('navigation', { name: 'Yttrandets delar' })
const text = (page: Page) => page.getByLabel('Text', { exact: true })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Sparat \d/ })).toBeVisible()

test('begun from the template, written, read through, commented on and approved', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'passersystem')
  await answerResponse(page.request, id)
  await page.goto(`/yttranden/${id}`)

  await test.step('the officer begins it with one click, prefilled from the audit', async () => {
    await page.getByRole('button', { name: 'Skriv tjänsteskrivelse' }).click()
    await expect(page.getByRole('heading', { name: 'Förslag till beslut' })).toBeFocused()
    await expect(text(page)).toHaveValue(/^1\. anta .*”Granskning av passersystem”/)
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('without a proposal it is not submitted', async () => {
    await text(page).fill('')
    await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Tjänsteskrivelsen: förslag till beslut saknas' }).click()
    await text(page).fill('1. anta yttrandet\n2. att överlämna det till revisorerna')
    await saved(page)
  })

  await test.step('what a section takes in is shown, with the way to where it is written', async () => {
    await parts(page)
      .getByRole('link', { name: /^Ärendet/ })
      .click()
    await expect(page.getByRole('heading', { name: 'Ärendet' })).toBeFocused()
    const introduction = page.getByRole('region', { name: 'Yttrandets inledning' })
    await expect(introduction).toContainText('Granskning av passersystem')
    await page.getByRole('checkbox', { name: 'Ställningstagandena' }).check({ force: true })
    await expect(page.getByRole('region', { name: 'Ställningstagandena' })).toContainText('Instämmer')
    await saved(page)
    await axe(page)
    await introduction.getByRole('link', { name: 'Ändra i inledningen' }).click()
    await expect(page.getByRole('heading', { name: 'Inledning', exact: true })).toBeFocused()
    await text(page).fill('Revisorerna har granskat dörrarna.')
    await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
    await expect(page.getByText('Yttrandet är inlämnat')).toBeVisible()
  })

  const manager = await pageOf(browser, 'manager', `/yttranden/${id}`)
  const memorandum = manager.getByRole('article', { name: 'Tjänsteskrivelse' })
  await test.step('the manager reads it through and comments at a place', async () => {
    await manager.getByRole('link', { name: 'Läs igenom' }).click()
    await expect(memorandum.getByRole('listitem').filter({ hasText: 'anta yttrandet' })).toHaveText(
      'att anta yttrandet',
    )
    await expect(memorandum.getByText('att överlämna det till revisorerna')).toBeVisible()
    await expect(memorandum.getByText('Revisorerna har granskat dörrarna.')).toBeVisible()
    await expect(manager.getByRole('article', { name: 'Yttrande' })).toContainText('Revisorerna har granskat dörrarna.')
    for (const [place, words] of [
      ['Ärendet', 'Vilka dörrar?'],
      ['Förslag till beslut', 'Bra.'],
    ] as const) {
      await memorandum.getByRole('region', { name: place }).getByRole('button', { name: 'Kommentera' }).click()
      await manager.getByRole('dialog').getByLabel('Kommentar').fill(words)
      await manager.getByRole('dialog').getByRole('button', { name: 'Kommentera' }).click()
      await expect(manager.getByRole('dialog')).toBeHidden()
    }
  })

  await test.step('the comments are walked by the keyboard in reading order', async () => {
    const walk = manager.getByRole('complementary', { name: 'Öppna kommentarer' })
    await expect(walk.getByRole('link')).toHaveText(['Förslag till beslut', 'Ärendet'])
    await walk.getByRole('button', { name: 'Nästa' }).focus()
    await manager.keyboard.press('Enter')
    await expect(walk.getByRole('status')).toContainText('1 av 2 Bra.')
    await manager.keyboard.press('Enter')
    await expect(walk.getByRole('status')).toContainText('2 av 2 Vilka dörrar?')
    await walk.getByRole('link', { name: 'Ärendet' }).press('Enter')
    await expect(memorandum.locator('p:focus')).toHaveText('Vilka dörrar?')
    await axe(manager)
    await fitsNarrow(manager)
  })

  await test.step('the manager approves; what is kept is what is served', async () => {
    await manager.getByRole('button', { name: 'Godkänn för nämnd' }).click()
    await expect(manager.getByText('Förslaget är godkänt och sparat')).toBeVisible()
    const address = (await manager.getByRole('link', { name: 'Öppna båda i ett' }).getAttribute('href'))!
    const [first, again] = await Promise.all([bytesOf(manager, address), bytesOf(page, address)])
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    expect(again.equals(first)).toBe(true)
    const alone = (await manager.getByRole('link', { name: 'Öppna tjänsteskrivelsen' }).getAttribute('href'))!
    expect((await bytesOf(manager, alone)).length).toBeLessThan(first.length)
    await axe(manager)
  })

  await test.step('each document is offered as PDF and DOCX', async () => {
    await manager.getByRole('button', { name: 'Dokument' }).click()
    const items = manager.getByRole('menuitem')
    await expect(items).toHaveCount(8) // three documents and the status sheet
    await axe(manager)
    const docx = items.filter({ hasText: 'bilaga, DOCX' })
    expect((await bytesOf(manager, (await docx.getAttribute('href'))!)).subarray(0, 2).toString()).toBe('PK')
  })
  await manager.context().close()
})

async function bytesOf(page: Page, address: string): Promise<Buffer> {
  const answer = await page.request.get(address)
  expect(answer.ok(), address).toBe(true)
  return answer.body()
}

test('it is thrown away, and the response stays', async ({ page }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'skyddsrum')
  await page.goto(`/yttranden/${id}`)
  await page.getByRole('button', { name: 'Skriv tjänsteskrivelse' }).click()
  await expect(page.getByRole('heading', { name: 'Förslag till beslut' })).toBeFocused()
  await text(page).fill('1. anta yttrandet')
  await page.getByRole('button', { name: 'Ta bort tjänsteskrivelsen' }).click()
  await axe(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort tjänsteskrivelsen' }).click()
  await expect(page.getByText('Tjänsteskrivelsen är borttagen')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skriv tjänsteskrivelse' })).toBeVisible()
  await expect(parts(page).getByRole('link', { name: /^1 / })).toBeVisible()
})

test('the administrator sets the template, which new memoranda begin with', async ({ page, browser }) => {
  await signIn(page, 'admin')
  await page.goto('/administration/tjansteskrivelse')
  await page.getByRole('button', { name: 'Med att-satser' }).click()
  const name = page.getByLabel('Vad skrivelsen heter')
  const section = (called: string) => page.getByRole('group', { name: new RegExp(`^Avsnitt \\d+: ${called}$`) })
  await name.fill('Tjänsteutlåtande')
  await page.getByRole('button', { name: 'Flytta upp Ärendet' }).click()
  await expect(page.getByRole('group', { name: 'Avsnitt 1: Ärendet' })).toBeVisible()
  await page.getByRole('button', { name: 'Ta bort Ekonomiska konsekvenser' }).click()
  await section('Beredning').getByLabel('Text från början').fill('Handlagt av {handläggaren}.')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('ett av dem som byts ut')
  await section('Beredning').getByLabel('Text från början').fill('Bereds för {nämnden}.')
  await axe(page)
  await fitsNarrow(page)
  await page.getByRole('link', { name: 'Förvaltningar', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stanna kvar' }).click()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Mallen är sparad')).toBeVisible()

  const officer = await pageOf(browser, 'officer', '/')
  const { id } = await beginResponse(officer.request, 'cykelrum')
  await officer.goto(`/yttranden/${id}`)
  await officer.getByRole('button', { name: 'Skriv tjänsteskrivelse' }).click()
  await expect(officer.getByRole('heading', { name: 'Ärendet' })).toBeFocused()
  await expect(parts(officer).getByRole('heading', { name: 'Tjänsteutlåtande' })).toBeVisible()
  await parts(officer)
    .getByRole('link', { name: /^Beredning/ })
    .click()
  await expect(text(officer)).toHaveValue('Bereds för arbetsmarknadsnämnden.')
  await officer.context().close()

  await page.getByRole('button', { name: 'Med att-satser' }).click()
  await expect(name).toHaveValue('Tjänsteskrivelse')
  await changing(page, () => page.getByRole('button', { name: 'Spara' }).click())
  await page.reload()
  await expect(name).toHaveValue('Tjänsteskrivelse')
})
