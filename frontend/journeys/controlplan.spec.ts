// The year's risk analysis: risks are entered, valued on the organization's scale, and worked with in the matrix.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

test('a risk analysis is begun from the year before, and a risk moved and taken back by keyboard', async ({ page }) => {
  test.slow()
  await signIn(page, 'controller')
  await page.goto('/internkontroll')
  await test.step('the plans lead to the draft, with last year beside', async () => {
    await page
      .getByRole('link', { name: /, Arbetsmarknadsnämnden$/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: 'Riskmatris' })).toBeVisible()
  })

  await test.step('a risk is entered and valued', async () => {
    await page.getByRole('button', { name: 'Lägg till risk' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog.getByRole('link', { name: /Risk/ })).toBeVisible()
    await dialog.getByLabel('Risk', { exact: true }).fill('Underlag till utbetalning sparas inte')
    await choose('Sannolikhet, nuvarande', '2 Mindre sannolik')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog.getByText('Välj både sannolikhet och konsekvens')).toBeVisible()
    await choose('Konsekvens, nuvarande', '3 Kännbar')
    await dialog.getByText('Accepteras', { exact: true }).click()
    await dialog.getByLabel('Skäl: accepteras').fill('Få ärenden')
    await axe(page)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /Underlag till utbetalning sparas inte.*Medel 6/ })).toBeVisible()

    async function choose(field: string, step: string): Promise<void> {
      await dialog.getByRole('button', { name: field }).click()
      await page.getByRole('option', { name: step }).click()
    }
  })

  await test.step('it is moved by the arrow keys, and taken back', async () => {
    const dot = page.getByRole('button', { name: /Underlag till utbetalning/, pressed: false }).first()
    await dot.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('konsekvens 4 Allvarlig, Medel 8')).toBeVisible()
    await expect(page.getByRole('button', { name: /Underlag till utbetalning/, pressed: true })).toBeFocused()
    await page.getByRole('button', { name: 'Ångra' }).click()
    await expect(page.getByRole('row', { name: /Underlag till utbetalning sparas inte.*Medel 6/ })).toBeVisible()
  })

  await axe(page)
  await fitsNarrow(page)
})

test('what is common to all committees is worded once and taken in', async ({ page, browser }) => {
  await signIn(page, 'controller')
  await page.goto('/internkontroll/gemensamma')
  await page.getByRole('button', { name: 'Lägg till gemensam risk' }).click()
  const title = 'Delegationsbeslut anmäls inte till nämnden'
  await page.getByRole('dialog').getByLabel('Risk', { exact: true }).fill(title)
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('cell', { name: '0 nämnder' }).first()).toBeVisible()
  await axe(page)

  const officer = await browser.newPage()
  await signIn(officer, 'officer')
  await officer.goto('/internkontroll')
  await officer
    .getByRole('link', { name: /, Arbetsmarknadsnämnden$/ })
    .first()
    .click()
  await officer.getByRole('button', { name: `Ta in ${title}` }).click()
  await expect(officer.getByRole('row', { name: new RegExp(`${title} Gemensam`) })).toBeVisible()
  await officer.close()

  await page.reload()
  await expect(page.getByRole('row', { name: new RegExp(`${title}.*1 nämnd`) })).toBeVisible()
})

test("another committee's draft is there to be known of and not to be read", async ({ page }) => {
  await signIn(page, 'auditor')
  await page.goto('/internkontroll')
  const draft = page.getByRole('row', { name: /Ett utkast läses bara av nämndens egna/ }).first()
  await expect(draft).toBeVisible()
  await expect(draft.getByRole('link')).toHaveCount(0)
})

test("the scale is the organization's own", async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/administration/riskskala')
  await page.getByLabel('Sannolikhet 1', { exact: true }).fill('Mycket osannolik')
  await axe(page)
  await fitsNarrow(page)
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Riskskalan är sparad')).toBeVisible()
})
