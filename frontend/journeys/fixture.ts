// What every journey stands on: the running server, signing in, and the check of accessibility.
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Cookie, type Page } from '@playwright/test'
import { start } from './server'

export { expect }

/** The demo municipality's accounts. */
export type DemoAccount =
  | 'officer'
  | 'manager'
  | 'secretary'
  | 'controller'
  | 'contributor'
  | 'auditor'
  | 'adviser'
  | 'overseer'
  | 'reader'
  | 'admin'

export const demoPassword = 'uppsikt-demo'

export function addressOf(account: DemoAccount): string {
  return `${account}@storan.example`
}

/** A server for each worker, and a page that may not break the content security policy or throw. */
export const test = base.extend<object, { server: void }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const stop = await start()
      await use()
      await stop()
    },
    { scope: 'worker', auto: true, timeout: 300_000 },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  baseURL: async ({}, use) => {
    await use(process.env.UPPSIKT_URL)
  },
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text())
    })
    await use(page)
    expect(faults).toEqual([])
  },
})

const cookies = new Map<DemoAccount, Cookie[]>()

/** Signs in without the sign-in page, once for each account: trying too often is refused. */
export async function signIn(page: Page, account: DemoAccount): Promise<void> {
  const context = page.context()
  const known = cookies.get(account)
  if (known) return context.addCookies(known)
  const answer = await context.request.post('/api/v1/session', {
    data: { email: addressOf(account), password: demoPassword },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  cookies.set(account, await context.cookies())
}

/** Does what changes something, and waits until the server has changed it. */
export async function changing(page: Page, act: () => Promise<void>): Promise<void> {
  const changed = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok())
  await act()
  await changed
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What may come out otherwise in another theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** The page is there: what still waits for its data has no heading, or says that it is busy. */
async function loaded(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/**
 * No violation of WCAG 2.2 AA or of good practice, in the light theme and the dark. The legacy mode reckons the result in the
 * page itself and not in a new one each time, which costs more than the rules do; in return it may not see into frames.
 */
export async function axe(page: Page): Promise<void> {
  expect(page.frames(), 'the page alone, without frames').toHaveLength(1)
  await inTheme(page, 'light', (check) => check.withTags(rules))
  await inTheme(page, 'dark', (check) => check.withRules(rulesOfColour))
}

async function inTheme(page: Page, colorScheme: 'light' | 'dark', by: (check: AxeBuilder) => AxeBuilder) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  let found = await violations(page, by)
  // A page that went over to the next while it was looked at is looked at once more.
  if (found.length > 0) found = await violations(page, by)
  expect(found, `accessibility, ${colorScheme}`).toEqual([])
}

async function violations(page: Page, by: (check: AxeBuilder) => AxeBuilder) {
  await loaded(page)
  const result = await by(new AxeBuilder({ page }).setLegacyMode()).analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  )
}

/** The page does not scroll sideways at 320 CSS pixels (WCAG 1.4.10). */
export async function fitsNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(width, 'width of the page at 320 px').toBeLessThanOrEqual(320)
  if (before) await page.setViewportSize(before)
}
