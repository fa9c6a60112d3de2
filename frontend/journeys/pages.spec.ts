import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { checkedPages } from './paths'

// Each is one by itself, for whichever worker is free.
test.describe.configure({ mode: 'parallel' })

for (const checked of checkedPages) {
  test(`${checked.name}: accessible in both themes and on a narrow screen`, async ({ page }) => {
    if (checked.as) await signIn(page, checked.as)
    const path = typeof checked.path === 'string' ? checked.path : await checked.path(page.context().request)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: checked.heading })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await axe(page)
    await fitsNarrow(page)
  })
}
