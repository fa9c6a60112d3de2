// A control plan's year: its controls are built, adopted at a meeting, amended with a decision of its own, and reported.
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const committee = 'Barn- och utbildningsnämnden'

async function choose(page: Page, within: ReturnType<Page['getByRole']>, field: string, option: string | RegExp) {
  await within.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

/** The secretary registers a decision at the committee's latest meeting. */
async function decide(page: Page, paragraph: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sammanträde' }).first().click()
  await page.getByRole('option').last().click()
  await dialog.getByLabel('Paragraf').fill(paragraph)
  await dialog.getByRole('button', { name: 'Registrera beslutet' }).click()
  await expect(dialog).toBeHidden()
}

test('a plan is built, adopted, amended and reported', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await signIn(page, 'controller')
  const secretary = await browser.newPage()
  await signIn(secretary, 'secretary')
  const dialog = page.getByRole('dialog')

  await test.step("next year's plan begins with this year's controls, each with how it went", async () => {
    await page.goto('/internkontroll')
    await page.getByRole('button', { name: 'Börja riskanalys' }).click()
    await choose(page, dialog, 'Nämnd', committee)
    await dialog.getByRole('button', { name: 'Börja riskanalys' }).click()
    await page.getByRole('link', { name: 'Risker och kontroller' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Kontroller' })).toBeVisible()
  })
  const address = page.url()

  await test.step('a control is added, with its days shown before it is saved', async () => {
    await page.getByRole('button', { name: 'Lägg till kontroll' }).first().click()
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog.getByRole('link', { name: /^Kontroll: / })).toBeVisible()
    await dialog.getByLabel('Kontroll', { exact: true }).fill('Elevers behörigheter i lärplattformen')
    await dialog.getByLabel('Kontrollområde').fill('Behörigheter')
    await choose(page, dialog, 'Frekvens', 'Varje tertial')
    await expect(dialog.getByRole('row', { name: /januari–april.*-05-15.*-05-30/ })).toBeVisible()
    await dialog.getByLabel('Planerad, dagar efter periodens slut').fill('5')
    await dialog.getByLabel('Senast, dagar efter periodens slut').fill('25')
    await expect(dialog.getByRole('row', { name: /januari–april.*-05-05/ })).toBeVisible()
    await dialog.getByText(/^R1 /).click()
    await axe(page)
    await fitsNarrow(page)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /Elevers behörigheter i lärplattformen.*Varje tertial/ })).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('it is read over the page by its own address, by keyboard', async () => {
    const link = page.getByRole('link', { name: /Elevers behörigheter i lärplattformen/ })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('heading', { level: 2, name: /Elevers behörigheter/ })).toBeVisible()
    await expect(page).toHaveURL(/kontroll=/)
    await axe(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('the secretary registers that the committee adopted it', async () => {
    await secretary.goto(address)
    await secretary.getByRole('button', { name: 'Registrera beslut' }).click()
    await axe(secretary)
    await decide(secretary, '112')
    await expect(secretary.getByText('Antagen', { exact: true })).toBeVisible()
    await expect(secretary.getByText(/Antagen .*§\s112/)).toBeVisible()
    await expect(secretary.getByRole('button', { name: 'Lägg till kontroll' })).toBeHidden()
  })

  await test.step('an amendment is proposed, with before and after', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Föreslå tillägg' }).click()
    await dialog.getByLabel('Varför planen behöver ändras').fill('Granskningen visade att kontrollen görs för sällan.')
    await dialog.getByRole('button', { name: 'Börja tillägg' }).click()
    await page.getByRole('button', { name: 'Ändra en kontroll' }).click()
    await choose(page, dialog, 'Kontroll', /Elevers behörigheter/)
    await dialog.getByRole('button', { name: 'Fortsätt' }).click()
    await choose(page, dialog, 'Frekvens', 'Varje månad')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('row', { name: 'Frekvens Varje tertial Varje månad' })).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('it is decided, and the plan says so', async () => {
    await secretary.getByRole('link', { name: 'Ändringar' }).click()
    await secretary.reload()
    await secretary.getByRole('button', { name: 'Registrera beslut' }).click()
    await decide(secretary, '14')
    await expect(secretary.getByText('Antaget', { exact: true })).toBeVisible()
    await expect(secretary.getByText(/§\s112.*ett tillägg/)).toBeVisible()
    await axe(secretary)
    await secretary.getByRole('link', { name: 'Risker och kontroller' }).click()
    await expect(
      secretary.getByRole('row', { name: /Elevers behörigheter i lärplattformen.*Varje månad/ }),
    ).toBeVisible()
  })

  await test.step("this year's plan is reported, with figures that add up", async () => {
    const thisYear = page.getByRole('navigation', { name: 'Nämndens planer' }).getByRole('link').nth(1)
    await thisYear.click()
    await expect(thisYear).toHaveAttribute('aria-current', 'page')
    await page.getByRole('link', { name: 'Avrapportering' }).click()
    const total = page.getByRole('row', { name: /^Alla / })
    await expect(total.getByRole('cell').first()).toHaveText(/^[1-9]/)
    const [all, ...parts] = (await total.getByRole('cell').allInnerTexts()).map(Number)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all)
    await page.getByText('Tillräcklig med förbättringsområden').click()
    await page.getByLabel('Nämndens egna ord').fill('Kontrollerna visade **brister** i hur frånvaro följs upp.')
    await axe(page)
    await fitsNarrow(page)
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByText('Avrapporteringen är sparad')).toBeVisible()
    await secretary.goto(page.url())
    await secretary.getByRole('button', { name: 'Registrera beslut' }).click()
    await decide(secretary, '9')
    await expect(secretary.getByText('Avrapporterad').first()).toBeVisible()
    await expect(secretary.getByText('brister', { exact: true })).toBeVisible()
  })
  await secretary.close()
})

test("a reader sees an adopted plan's controls and no way to change them", async ({ page }) => {
  await signIn(page, 'overseer')
  await page.goto('/internkontroll')
  await page.getByRole('link', { name: `Internkontrollplan ${new Date().getFullYear()}, Socialnämnden` }).click()
  await page.getByRole('link', { name: 'Risker och kontroller' }).click()
  await expect(page.getByRole('link', { name: /^K1 .*: / }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Föreslå tillägg' })).toBeHidden()
  await axe(page)
  await fitsNarrow(page)
})
