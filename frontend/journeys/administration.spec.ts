import { addressOf, axe, expect, signIn, test } from './fixture'

test.beforeEach(({ page }) => signIn(page, 'admin'))

test('an administration is added, renamed and removed', async ({ page }) => {
  await page.goto('/administration/forvaltningar')
  await page.getByRole('button', { name: 'Lägg till förvaltning' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lägg till förvaltning' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Namn: Fyll i det här.')
  await axe(page)
  await dialog.getByLabel('Namn').fill('Ångbåtskontoret')
  await dialog.getByRole('button', { name: 'Lägg till förvaltning' }).click()
  await expect(page.getByRole('rowheader', { name: 'Ångbåtskontoret' })).toBeVisible()

  await page.getByRole('button', { name: 'Ändra Ångbåtskontoret' }).click()
  await page.getByRole('dialog').getByLabel('Namn').fill('Hamnkontoret')
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('rowheader', { name: 'Hamnkontoret' })).toBeVisible()

  await page.getByRole('button', { name: 'Ta bort Hamnkontoret' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort förvaltningen' }).click()
  await expect(page.getByRole('rowheader', { name: 'Hamnkontoret' })).toBeHidden()
})

test('a committee is added with a signatory and a meeting', async ({ page }) => {
  await page.goto('/administration/namnder')
  await page.getByRole('button', { name: 'Lägg till nämnd' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Namn').fill('Fjärdnämnden')
  await dialog.getByLabel('Förkortning').fill('FJN')
  await dialog.getByRole('button', { name: 'Slag' }).click()
  await page.getByRole('option', { name: 'Gemensam nämnd' }).click()
  await dialog.getByRole('button', { name: 'Lägg till nämnd' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Fjärdnämnden' })).toBeVisible()
  await page.getByRole('button', { name: 'Lägg till undertecknare' }).click()
  const signatory = page.getByRole('group', { name: 'Undertecknare 1' })
  await signatory.getByLabel('Namn').fill('Vera Lundmark')
  await signatory.getByLabel('Till och med').fill('2027-02-29')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '2027 har ingen 29 februari. Menar du 2028-02-29?',
  )
  await axe(page)
  await signatory.getByLabel('Till och med').fill('2026-12-31')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Nämnden är sparad')).toBeVisible()

  await page.getByRole('link', { name: 'Sammanträden' }).click()
  await page.getByRole('button', { name: 'Lägg till sammanträde' }).first().click()
  await page.getByRole('dialog').getByLabel('Sammanträde', { exact: true }).fill('2031-03-20')
  await page.getByRole('dialog').getByLabel('Utskick').fill('20310313')
  await page.getByRole('dialog').getByRole('button', { name: 'Lägg till sammanträde' }).click()
  await expect(page.getByRole('row', { name: /2031-03-20.*2031-03-13/ })).toBeVisible()
})

test('two who change the same thing: the second is asked, and chooses', async ({ page, browser }) => {
  const elsewhere = await browser.newContext({ baseURL: process.env.UPPSIKT_URL })
  const other = await elsewhere.newPage()
  await signIn(other, 'admin')
  for (const each of [page, other]) {
    await each.goto('/administration')
    await expect(each.getByLabel('Namn', { exact: true })).toBeVisible()
  }
  await other.getByLabel('Revisionens namn').fill('Storåns förtroendevalda revisorer')
  await other.getByRole('button', { name: 'Spara' }).click()
  await expect(other.getByText('Organisationen är sparad')).toBeVisible()

  await page.getByLabel('Revisionens namn').fill('Revisorerna i Storån')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Någon annan har ändrat')
  await axe(page)
  await page.getByRole('button', { name: 'Använd den andra' }).click()
  await expect(page.getByLabel('Revisionens namn')).toHaveValue('Storåns förtroendevalda revisorer')
  await elsewhere.close()
})

test('what is not saved is not left without a question', async ({ page }) => {
  await page.goto('/administration')
  await page.getByLabel('Revisionens namn').fill('Något annat')
  await page.getByRole('link', { name: 'Start' }).click()
  const question = page.getByRole('alertdialog', { name: 'Du har ändringar som inte är sparade' })
  await question.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(page.getByLabel('Revisionens namn')).toHaveValue('Något annat')
  await page.getByRole('link', { name: 'Start' }).click()
  await question.getByRole('button', { name: 'Lämna utan att spara' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Det här väntar på dig' })).toBeVisible()
})

test('a page whose data does not come says so, with a code, and tries again', async ({ page }) => {
  await page.route('**/api/v1/organization', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal' },
    }),
  )
  await page.goto('/administration')
  await expect(page.getByRole('heading', { level: 1, name: 'Något gick fel' })).toBeVisible()
  await expect(page.getByText('Felkod internal')).toBeVisible()
  await axe(page)
  await page.unroute('**/api/v1/organization')
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationen' })).toBeVisible()
})

test('a person is added, gets a first password, signs in with it and loses the roles again', async ({
  page,
  browser,
}) => {
  await page.goto('/administration/personer')
  await page.getByRole('button', { name: 'Lägg till person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Namn').fill('Östen Ny')
  await dialog.getByLabel('E-postadress').fill('osten.ny@storan.example')
  await axe(page)
  await dialog.getByRole('button', { name: 'Lägg till person' }).click()
  const secret = page.getByRole('dialog', { name: 'Första lösenordet' })
  const password = await secret.locator('code').innerText()
  await axe(page)
  await secret.getByRole('button', { name: 'Klar' }).click()

  const elsewhere = await browser.newContext({ baseURL: process.env.UPPSIKT_URL })
  const newcomer = await elsewhere.newPage()
  await newcomer.goto('/logga-in')
  await newcomer.getByLabel('E-postadress').fill('osten.ny@storan.example')
  await newcomer.getByLabel('Lösenord').fill(password)
  await newcomer.getByRole('button', { name: 'Logga in' }).click()
  await expect(newcomer.getByRole('heading', { level: 1, name: 'Det här väntar på dig' })).toBeVisible()
  await elsewhere.close()

  await page.getByRole('searchbox').fill('Östen')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await page.getByRole('button', { name: 'Ändra roller för Östen Ny' }).click()
  await page.getByRole('dialog', { name: 'Östen Ny' }).getByRole('button', { name: 'Ta bort rollerna' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort rollerna' }).click()
  await expect(page.getByText('Ingen passar sökningen')).toBeVisible()
})

test('an administrator is not offered roles that only an auditor gives, nor their own to change', async ({ page }) => {
  await page.goto('/administration/personer')
  const rowOf = (account: 'admin' | 'officer') => page.getByRole('row', { name: addressOf(account) })
  await expect(rowOf('officer').getByRole('button')).toHaveCount(1)
  await expect(rowOf('admin').getByRole('button')).toHaveCount(0)
  await page.getByRole('button', { name: 'Lägg till person' }).click()
  const row = page.getByRole('dialog').getByRole('group', { name: 'Roll 1' })
  await row.getByRole('button', { name: /Roll$/ }).click()
  await expect(page.getByRole('option', { name: 'Controller' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Revisor' })).toHaveCount(0)
  await page.getByRole('option', { name: 'Controller' }).click()
  await row.getByRole('button', { name: /Gäller$/ }).click()
  await expect(page.getByRole('option', { name: 'Hela organisationen' })).toBeVisible()
})

test('whoever may not edit sees, and has no buttons', async ({ page }) => {
  await page.context().clearCookies()
  await signIn(page, 'reader')
  await page.goto('/administration')
  await expect(page.getByLabel('Namn', { exact: true })).toHaveAttribute('readonly')
  await expect(page.getByRole('button', { name: 'Spara' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Personer och roller' })).toHaveCount(0)
})
