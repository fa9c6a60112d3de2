// A committee's year: its duties, a calendar to subscribe to, and how one is reminded.
import { randomUUID } from 'node:crypto'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

test("a duty is added to the committee's year, comes again, is changed and removed", async ({ page }) => {
  await signIn(page, 'controller')
  await page.goto('/arshjul?ar=2033')
  await expect(page.getByRole('heading', { level: 1, name: 'Årshjul 2033' })).toBeVisible()
  const dialog = page.getByRole('dialog')
  const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })

  await test.step('its days must be in order', async () => {
    await page.getByRole('button', { name: 'Lägg till' }).click()
    await dialog.getByLabel('Vad').fill('Kontrollvecka för nya medarbetare')
    await dialog.getByLabel('Från och med').fill('2033-02-14')
    await dialog.getByLabel('Till och med').fill('2033-01-08')
    await dialog.getByRole('button', { name: 'Lägg till' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Till och med: Slutdagen är före startdagen.')
    await axe(page)
    await dialog.getByLabel('Från och med').fill('2033-01-08')
    await dialog.getByLabel('Till och med').fill('20330214')
    await dialog.getByRole('button', { name: 'Lägg till' }).click()
    await expect(row('Kontrollvecka för nya medarbetare')).toContainText(/2033-01-08.*till 2033-02-14/)
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('the next year has it too, and there it is changed', async () => {
    await page.getByRole('link', { name: 'Nästa år, 2034' }).click()
    await expect(row('Kontrollvecka för nya medarbetare')).toContainText(/2034-01-08.*till 2034-02-14/)
    await page.getByRole('button', { name: 'Ändra Kontrollvecka för nya medarbetare' }).click()
    await expect(dialog.getByLabel('Från och med')).toHaveValue('2033-01-08')
    await dialog.getByLabel('Vem').fill('Controller')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(row('Kontrollvecka för nya medarbetare')).toContainText('Controller')
  })

  await test.step('removed it is gone from every year', async () => {
    await page.getByRole('button', { name: 'Ta bort Kontrollvecka för nya medarbetare' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort ur årshjulet' }).click()
    await expect(row('Kontrollvecka för nya medarbetare')).toBeHidden()
  })
})

test('a calendar has a secret address, which is read by anybody until it is revoked', async ({ page, request }) => {
  await signIn(page, 'secretary')
  await page.goto('/arshjul')
  await page.getByRole('button', { name: 'Prenumerera' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Skapa adress' }).click()
  const address = await dialog.locator('code').innerText()
  await axe(page)
  await fitsNarrow(page)
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(await answer.text()).toContain('SUMMARY:Sammanträde')
  await dialog.getByRole('button', { name: /^Dra in Årshjul/ }).click()
  await expect(page.getByText('Adressen gäller inte längre')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})

test('one chooses how to be reminded, and is told that mail is off', async ({ page }) => {
  await signIn(page, 'reader')
  await page.goto('/konto')
  await expect(page.getByText('E-post är avstängd här')).toBeVisible()
  await page.getByText('Varje vardag').click()
  await page.getByText('Skicka också genast').click()
  await page.getByRole('button', { name: 'Spara påminnelser' }).click()
  await expect(page.getByText('Påminnelserna är sparade')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: /Varje vardag/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /Skicka också genast/ })).not.toBeChecked()
})

test('the administrator sees that mail waits while it is off', async ({ page }) => {
  await signIn(page, 'officer')
  const drafts = (await (await page.request.get('/api/v1/responses?state=draft')).json()) as { items: { id: string }[] }
  const asked = await page.request.post(`/api/v1/responses/${drafts.items[0]!.id}/input-requests`, {
    data: {
      id: randomUUID(),
      answerId: null,
      email: 'secretary@storan.example',
      name: 'S',
      question: 'Vad gäller för årshjulet?',
      due: '2033-03-01',
    },
  })
  expect(asked.status(), await asked.text()).toBe(201)
  await page.context().clearCookies()
  await signIn(page, 'admin')
  await page.goto('/administration/utskick')
  await expect(page.getByText('E-post är avstängd', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /Begäran om underlag/ }).first()).toContainText('Väntar på att skickas')
  await expect(page.getByText('årshjulet?')).toBeHidden()
})
