// The loop: a response cites a control, and a recommendation shows what answers to it in the plans.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { beginResponse } from './responses'

test("an answer cites a control of the committee's plan, and lets it go", async ({ page }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'hänvisningar')
  await page.goto(`/yttranden/${id}`)
  await page.getByRole('link', { name: /^1/ }).first().click()
  await page.getByRole('button', { name: 'Lägg till hänvisning' }).click()
  const dialog = page.getByRole('dialog', { name: 'Välj ur nämndens planer' })

  await test.step('found by its words', async () => {
    await dialog.getByRole('searchbox').fill('bisysslor')
    await dialog.getByRole('searchbox').press('Enter')
    const cite = dialog.getByRole('button', { name: /^Hänvisa till K5, / }).first()
    await cite.click()
    await expect(dialog.getByText('Vald', { exact: true })).toBeVisible()
    await axe(page)
    await dialog.getByRole('button', { name: 'Klar' }).click()
  })

  await test.step('it stands in the answer, and in the document', async () => {
    await expect(page.getByRole('listitem').filter({ hasText: 'Bisysslor mot register' })).toBeVisible()
    const document = await page.request.get(`/api/v1/responses/${id}`)
    expect(((await document.json()) as { citations: unknown[] }).citations).toHaveLength(1)
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('and can be removed', async () => {
    await page.getByRole('button', { name: 'Ta bort hänvisningen till K5' }).click()
    await expect(page.getByText('Inga hänvisningar.')).toBeVisible()
  })
})

test("a recommendation shows what answers to it in the committee's plans", async ({ page }) => {
  await signIn(page, 'auditor')
  await page.goto('/rekommendationer?q=behörigheter')
  await page
    .getByRole('row', { name: /kontrolleras i efterhand.*Arbetsmarknadsnämnden/ })
    .getByRole('link')
    .first()
    .click()
  const plans = page.getByRole('region', { name: 'I nämndens planer' })
  await expect(plans).toBeVisible()
  await axe(page)
  await fitsNarrow(page)

  await plans
    .getByRole('link', { name: /^Kontroll K\d+, \d+$/ })
    .first()
    .click()
  const control = page.getByRole('dialog', { name: /^K\d+ / })
  await expect(control.getByRole('heading', { name: 'Hör ihop med' })).toBeVisible()
  await axe(page)
  await control
    .getByRole('link', { name: /^Risk R\d+/ })
    .first()
    .click()
  const risk = page.getByRole('dialog', { name: /^R\d+ / })
  await expect(risk.getByText('Orsak')).toBeVisible()
  await axe(page)
  await risk
    .getByRole('link', { name: /^Rekommendation/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^Rekommendation \d/ })).toBeVisible()
})

test('a risk shows the indicators that speak of it', async ({ page }) => {
  await signIn(page, 'reader')
  await page.goto('/internkontroll')
  await page
    .getByRole('row', { name: /Arbetsmarknadsnämnden.*Antagen/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: /Hot och våld mot handläggare/ }).click()
  const risk = page.getByRole('dialog', { name: /Hot och våld mot handläggare/ })
  await expect(risk.getByRole('img', { name: /Anmälda händelser i arbetsmiljön/ })).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(risk).toBeHidden()
  await expect(page).toHaveURL(/internkontroll\/[^?]*$/)
})

test('something has happened: a control is checked once more, and finds its way back', async ({ page }) => {
  await signIn(page, 'controller')
  await page.goto('/internkontroll')
  await page
    .getByRole('row', { name: /Arbetsmarknadsnämnden.*Antagen/ })
    .first()
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: 'Risker och kontroller' }).click()
  await page
    .getByRole('button', { name: /K3/ })
    .or(page.getByRole('link', { name: /^K3 / }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Lägg till tillfälle' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nytt tillfälle för K3' })
  await dialog.getByLabel('Vad som har hänt').fill('Nytt verksamhetssystem.')
  await dialog.getByLabel('Senast').fill('2031-02-28')
  await axe(page)
  await dialog.getByRole('button', { name: 'Lägg till tillfälle' }).click()
  await expect(page).toHaveURL(/\/kontroller\//)
  await expect(page.getByText('Nytt verksamhetssystem.').first()).toBeVisible()
})
