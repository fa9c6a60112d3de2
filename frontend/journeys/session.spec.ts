import { addressOf, axe, demoPassword, expect, signIn, test } from './fixture'
import { inTwoOrganizations } from './server'

test('signing in leads to the page that was asked for, and out again', async ({ page }) => {
  await page.goto('/konto')
  await expect(page).toHaveURL(/\/logga-in\?till=/)
  await page.getByLabel('E-postadress').fill(addressOf('officer'))
  await page.getByLabel('Lösenord').fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mitt konto' })).toBeVisible()

  await page.getByRole('button', { name: /konto och utseende/ }).click()
  await page.getByRole('menuitem', { name: 'Logga ut' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible()
  await page.goto('/konto')
  await expect(page).toHaveURL(/\/logga-in/)
})

test('a wrong password is told, and the address is kept', async ({ page }) => {
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill(addressOf('reader'))
  await page.getByLabel('Lösenord').fill('inte rätt')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByRole('alert')).toContainText('Fel e-postadress eller lösenord')
  await expect(page.getByLabel('E-postadress')).toHaveValue(addressOf('reader'))
  await axe(page)
})

test('too many wrong passwords: the page says to wait', async ({ page }) => {
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill('ingen@storan.example')
  const alert = page.getByRole('alert')
  for (let attempt = 0; attempt < 30; attempt++) {
    await page.getByLabel('Lösenord').fill(`gissning ${attempt}`)
    await page.getByRole('button', { name: 'Logga in' }).click()
    await expect(page.getByLabel('Lösenord')).toHaveValue('')
    await expect(alert).toBeVisible()
    if (await alert.getByText('För många försök').isVisible()) break
  }
  await expect(alert).toContainText('För många försök')
})

test('a server that does not answer is told, and nothing typed is lost', async ({ page }) => {
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill(addressOf('reader'))
  await page.route('**/api/v1/session', (route) => route.abort())
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByRole('alert')).toContainText('Ingen kontakt med servern')
  await expect(page.getByLabel('E-postadress')).toHaveValue(addressOf('reader'))
})

test('the theme that is chosen stays', async ({ page }) => {
  await signIn(page, 'reader')
  await page.goto('/')
  await page.getByRole('button', { name: /konto och utseende/ }).click()
  await axe(page)
  await page.getByRole('menuitemradio', { name: 'Mörkt' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('on a phone the menu opens, leads on and closes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'admin')
  await page.goto('/')
  await page.getByRole('button', { name: 'Meny' }).click()
  const menu = page.getByRole('dialog', { name: 'Meny' })
  await axe(page)
  await menu.getByRole('link', { name: 'Administration' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationen' })).toBeVisible()
  await expect(menu).toBeHidden()
})

test('the keyboard alone reaches the content and the menu', async ({ page }) => {
  await signIn(page, 'reader')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('a session that ends while somebody writes: signing in again keeps what is written', async ({ page }) => {
  // A session of its own: the others' must not end with it.
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill(addressOf('admin'))
  await page.getByLabel('Lösenord').fill(demoPassword)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('link', { name: 'Administration' }).click()
  const name = page.getByLabel('Revisionens namn')
  await name.fill('Storåns revisorer')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Spara' }).click()

  const again = page.getByRole('dialog', { name: 'Du har loggats ut' })
  await again.getByLabel('Lösenord').fill(demoPassword)
  await again.getByRole('button', { name: 'Logga in' }).click()
  await expect(again).toBeHidden()
  await expect(name).toHaveValue('Storåns revisorer')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Organisationen är sparad')).toBeVisible()
})

test("another of one's sessions can be ended", async ({ page, browser }) => {
  const elsewhere = await browser.newContext({ baseURL: process.env.UPPSIKT_URL })
  const other = await elsewhere.newPage()
  await other.goto('/logga-in')
  await other.getByLabel('E-postadress').fill(addressOf('contributor'))
  await other.getByLabel('Lösenord').fill(demoPassword)
  await other.getByRole('button', { name: 'Logga in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Det här väntar på dig' })).toBeVisible()

  await signIn(page, 'contributor')
  await page.goto('/konto')
  await page
    .getByRole('button', { name: /^Logga ut / })
    .first()
    .click() // the latest: other journeys leave theirs
  await expect(page.getByText('Inloggningen är avslutad')).toBeVisible()
  await other.goto('/konto')
  await expect(other).toHaveURL(/\/logga-in/)
  await elsewhere.close()
})

test('somebody in two organizations chooses, and changes', async ({ page }) => {
  const [first = '', second = ''] = inTwoOrganizations.organizations
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill(inTwoOrganizations.email)
  await page.getByLabel('Lösenord').fill(process.env.UPPSIKT_TWO_PASSWORD ?? '')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Var ska du arbeta?' })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: second }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Det här väntar på dig' })).toBeVisible()
  await expect(page.getByRole('link', { name: `Uppsikt ${second}` })).toBeVisible()

  await page.getByRole('button', { name: /konto och utseende/ }).click()
  await axe(page)
  await page.getByRole('menuitemradio', { name: first }).click()
  await expect(page.getByRole('link', { name: `Uppsikt ${first}` })).toBeVisible()
})

test('without a server the page says so, and goes on when it is back', async ({ page }) => {
  await signIn(page, 'reader')
  await page.route('**/api/v1/session', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('Ingen kontakt med servern')
  await axe(page)
  await page.unroute('**/api/v1/session')
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Det här väntar på dig' })).toBeVisible()
})
