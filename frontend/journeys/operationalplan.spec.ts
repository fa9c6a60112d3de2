// The committee's operational plan: numbered actions pasted from a spreadsheet, adopted, shared and reported.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const rows = [
  ['Nr', 'Mål', 'Aktivitet', 'Ansvarig', 'När', 'Gemensam med'],
  ['1', 'Trygg handläggning', 'Inför loggkontroll i verksamhetssystemen', 'Systemförvaltaren', 'våren 2027', ''],
  ['2', 'Trygg handläggning', 'Utbilda alla handläggare i sekretess', 'Enhetschefen', 'löpande', ''],
  ['10', 'God ekonomi', 'Se över rutinen för återkrav', 'Ekonomen', '2027-09-30', 'SN'],
]
const pasted = rows.map((cells) => cells.join('\t')).join('\n')

test('an operational plan is pasted in, adopted, and reported by the committees that share it', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'controller')
  await page.goto('/')
  await page.getByRole('link', { name: 'Verksamhetsplan' }).click()
  await expect(page.getByRole('heading', { name: 'Verksamhetsplan', level: 1 })).toBeVisible()
  await axe(page)
  await test.step('the controller begins it', async () => {
    await page.getByRole('button', { name: 'Ny verksamhetsplan' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Nämnd' }).click()
    await page.getByRole('option', { name: 'Arbetsmarknadsnämnden' }).click()
    await dialog.getByRole('button', { name: 'År' }).click()
    await page.getByRole('option').last().click()
    await dialog.getByLabel('Diarienummer').fill('AMN-2026-00512')
    await axe(page)
    await dialog.getByRole('button', { name: 'Ny verksamhetsplan' }).click()
    await expect(page.getByText('Inga åtgärder ännu')).toBeVisible()
  })

  await test.step('rows are pasted, a column is corrected, and they are read in', async () => {
    await page.getByRole('link', { name: 'Läs in åtgärder' }).click()
    await page.getByLabel('Eller klistra in rader').fill(pasted)
    await page.getByRole('button', { name: 'Läs raderna' }).click()
    await expect(page.getByText('3 rader läggs till')).toBeVisible()
    await page.getByRole('button', { name: /Mål$/ }).click()
    await page.getByRole('option', { name: 'Läses inte in' }).click()
    await expect(page.getByRole('button', { name: /Läses inte in Mål/ })).toBeVisible()
    await page.getByRole('button', { name: /Mål$/ }).click()
    await page.getByRole('option', { name: 'Område' }).click()
    await axe(page)
    await fitsNarrow(page)
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByRole('link', { name: 'Till planen' }).click()
    await expect(page.getByRole('row', { name: /10 Se över rutinen för återkrav/ })).toContainText('Socialnämnden')
  })

  await test.step('an action is tied to a recommendation', async () => {
    await page.getByRole('button', { name: 'Ändra åtgärd 1', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Rekommendationer' }).fill('logg')
    await page.getByRole('option').first().click()
    await expect(dialog.getByRole('list', { name: 'Valda rekommendationer' }).getByRole('listitem')).toHaveCount(1)
    await axe(page)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /1 Inför loggkontroll/ }).getByRole('link')).toBeVisible()
  })
  await axe(page)
  await fitsNarrow(page)
  const address = page.url()

  await test.step('its own export read in again changes nothing', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hämta som XLSX' }).click()
    const file = await (await download).path()
    await page.getByRole('link', { name: 'Läs in åtgärder' }).click()
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('Allt i filen finns redan')).toBeVisible()
  })

  await test.step('the secretary registers the decision', async () => {
    const secretary = await (await browser.newContext()).newPage()
    await signIn(secretary, 'secretary')
    await secretary.goto(address)
    await secretary.getByRole('button', { name: 'Registrera beslut' }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Sammanträde', exact: false }).first().click()
    await secretary.getByRole('option').first().click()
    await dialog.getByLabel('Paragraf').fill('112')
    await axe(secretary)
    await dialog.getByRole('button', { name: 'Registrera beslutet' }).click()
    await expect(secretary.getByText(/§\s112 · AMN-2026-00512/)).toBeVisible()
    await secretary.close()
  })

  await test.step('an officer reports an action', async () => {
    const officer = await (await browser.newContext()).newPage()
    await signIn(officer, 'officer')
    await officer.goto(address)
    await officer.getByRole('button', { name: 'Rapportera åtgärd 10' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByText('Avslutad utan åtgärd').click()
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(dialog.getByRole('link', { name: /Kommentar/ })).toBeVisible()
    await dialog.getByText('Pågående').click()
    await dialog.getByLabel('Kommentar').fill('Ett utkast är på remiss.')
    await axe(officer)
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    const row = officer.getByRole('row', { name: /10 Se över rutinen för återkrav/ })
    await expect(row).toContainText('Pågående')
    await row.getByText('1 rapport').click()
    await expect(row.getByText('Ett utkast är på remiss.')).toBeVisible()
    await axe(officer)
    await fitsNarrow(officer)
    await officer.close()
  })
})
