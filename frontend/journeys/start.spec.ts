import { expect, signIn, test } from './fixture'

test('the officer sees what to answer, with the way to its date, and goes on writing', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto('/')
  const draft = page.getByRole('article').filter({ hasText: 'handläggningstider för försörjningsstöd' })
  const plan = draft.getByRole('list', { name: /^Vägen till svarsdatumet/ })
  await expect(plan.getByRole('listitem').filter({ hasText: 'sista före svarsdatum' })).toBeVisible()
  await expect(plan.getByRole('listitem').filter({ hasText: 'Svar senast' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nästa sammanträden' })).toBeVisible()
  await draft.getByRole('link', { name: /^Skriv vidare/ }).click()
  await expect(page).toHaveURL(/\/yttranden\//)
})

test('each sees what waits for them: to approve, to decide on, to confirm, or nothing', async ({ page }) => {
  const waiting = {
    manager: page.getByRole('link', { name: /^Läs och godkänn/ }),
    secretary: page.getByRole('link', { name: /^Registrera beslut/ }),
    auditor: page.getByRole('link', { name: /^Bekräfta granskningen/ }),
    reader: page.getByRole('heading', { name: 'Inget väntar på dig' }),
  }
  for (const account of ['manager', 'secretary', 'auditor', 'reader'] as const) {
    await page.context().clearCookies()
    await signIn(page, account)
    await page.goto('/')
    await expect(waiting[account].first(), account).toBeVisible()
  }
})

test('what comes near and what is waited for from others stand under their headings', async ({ page }) => {
  await signIn(page, 'overseer')
  await page.goto('/')
  const others = page.getByRole('region', { name: 'Väntar på andra' })
  await expect(others.getByRole('listitem').first()).toBeVisible()
  await others.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/granskningar\//)
})
