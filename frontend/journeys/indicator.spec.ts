// Figures per committee and period: added, typed, pasted, read in, and shown at the recommendation they speak of.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const name = 'Andel handläggare som känner till rutinen'

test('figures are typed and pasted, shown as chart and table, and stand at their recommendation', async ({ page }) => {
  test.slow()
  await signIn(page, 'officer')
  await page.goto('/')
  await page.getByRole('link', { name: 'Nyckeltal' }).click()
  await test.step('an indicator is added, with its baseline and a recommendation', async () => {
    await page.getByRole('button', { name: 'Nytt nyckeltal' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Namn').fill(name)
    await dialog.getByLabel('Utgångsvärde', { exact: false }).first().fill('61,5')
    await dialog.getByLabel('Utgångsvärdet avser').fill('mätningen 2023')
    await dialog.getByRole('combobox', { name: 'Rekommendationer' }).fill('logg')
    await page.getByRole('option').first().click()
    await axe(page)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
  })

  await test.step('figures are typed, a wrong one is told, and cells are pasted', async () => {
    await page.getByRole('button', { name: `Skriv in siffror för ${name}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Serie, rad 1').fill('Enheten för stöd')
    await dialog.getByLabel('Period, rad 1').fill('snart')
    await dialog.getByLabel('Värde, rad 1').fill('64')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog.getByText('Rad 1: perioden går inte att förstå.')).toBeVisible()
    await dialog.getByLabel('Serie, rad 1').evaluate((cell) => {
      const data = new DataTransfer()
      data.setData(
        'text/plain',
        'Enheten för stöd\t2024\t64\t120\nEnheten för stöd\t2025\t71,5\t131\nMottagningen\t2024\t58\t40\nMottagningen\t2025\t77\t44',
      )
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(dialog.getByLabel('Värde, rad 4')).toHaveValue('77')
    await axe(page)
    await fitsNarrow(page)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('they stand as a chart and a table', async () => {
    await expect(page.getByRole('img', { name: new RegExp(`Diagram över ${name}`) })).toBeVisible()
    const row = page.getByRole('table', { name: `${name} per period` }).getByRole('row', { name: /2025/ })
    await expect(row).toContainText('71,5\u00a0%')
    await expect(row).toContainText('131 svar')
    await expect(page.getByText('Utgångsvärde 61,5\u00a0%, mätningen 2023')).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('rows are read in', async () => {
    await page.getByRole('button', { name: /Nämnd/ }).click()
    await page.getByRole('option', { name: 'Arbetsmarknadsnämnden' }).click()
    await expect(page.getByRole('link', { name: 'Hämta som XLSX' })).toBeVisible()
    await page.getByRole('link', { name: 'Läs in siffror' }).click()
    await page
      .getByLabel('Eller klistra in rader')
      .fill(
        'Nyckeltal\tHändelsetyp\tPeriod\tAntal\nIncidenter\tFelskickat\tT1 2026\t3\nIncidenter\tObehörig åtkomst\tT1 2026\t1',
      )
    await page.getByRole('button', { name: 'Läs raderna' }).click()
    await expect(page.getByText('2 rader läggs till')).toBeVisible()
    await axe(page)
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByRole('link', { name: 'Till nyckeltalen' }).click()
    await expect(page.getByRole('table', { name: 'Incidenter per period' })).toContainText('T1 2026')
  })

  await test.step('its own export read in again changes nothing', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hämta som XLSX' }).click()
    const file = await (await download).path()
    await page.getByRole('link', { name: 'Läs in siffror' }).click()
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('Allt i filen finns redan')).toBeVisible()
  })

  await test.step('the recommendation shows them', async () => {
    await page.goto('/nyckeltal')
    await page.getByRole('article', { name }).getByRole('link').first().click()
    await expect(page).toHaveURL(/rekommendationer/)
    await expect(page.getByRole('heading', { level: 2, name: 'Nyckeltal' })).toBeVisible()
    await expect(page.getByRole('table', { name: `${name} per period` })).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
  })
})
