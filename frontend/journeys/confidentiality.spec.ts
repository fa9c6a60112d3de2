// What is confidential: marked by its committee, hidden from others with its ground in its place, in full and masked.
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { addMeasure, approveResponse, beginResponse, deliverResponse, pageOf } from './responses'

const ground = 'OSL 18 kap. 8 §'
const measure = 'Byta nycklar till arkivet'

test('an answer and a measure are marked, and others see that they are hidden', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { id, auditId } = await beginResponse(page.request, 'nycklar till arkiv')
  await addMeasure(page.request, id, measure)

  await test.step('a measure in the draft', async () => {
    await page.goto(`/yttranden/${id}`)
    await page.getByRole('button', { name: `Sekretess för ${measure}` }).click()
    await mark(page)
    await expect(page.getByText(`Sekretess: ${ground}`).first()).toBeVisible()
    await axe(page)
  })

  await approveResponse(page.request, browser, id)
  await deliverResponse(browser, id)

  await test.step('an answer, after the decision', async () => {
    await page.goto(`/yttranden/${id}`)
    await page.getByRole('button', { name: 'Sekretess för svaret på rekommendation 2' }).click()
    await mark(page)
    const answer = page.getByRole('region', { name: 'Rekommendation 2' })
    await expect(answer).toContainText(`Sekretess: ${ground}`)
    await expect(answer).toContainText('Nämnden gör det.')
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('the document is offered in full and masked', async () => {
    await page.getByRole('button', { name: 'Dokument' }).click()
    const masked = page.getByRole('menuitem', { name: 'Yttrandet, DOCX, maskerad' })
    await expect(masked).toHaveAttribute('href', /&masked=true$/)
    await expect(page.getByRole('menuitem', { name: 'Yttrandet, DOCX', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  const reader = await pageOf(browser, 'reader', `/yttranden/${id}`)
  await test.step('a reader sees that they are hidden, and on which ground', async () => {
    const answer = reader.getByRole('region', { name: 'Rekommendation 2' })
    await expect(answer).toContainText(`Sekretess: ${ground}`)
    await expect(answer).not.toContainText('Nämnden gör det.')
    await expect(reader.getByText(measure)).toHaveCount(0)
    await axe(reader)
  })

  await test.step('so in the list, and in the figures', async () => {
    await reader.goto(`/rekommendationer?granskning=${auditId}`)
    const row = reader.getByRole('row').filter({ hasText: 'Följ upp att lånade nycklar' })
    await expect(row.getByText('Sekretess', { exact: true })).toBeVisible()
    await row.getByRole('link').first().click()
    await expect(reader.getByRole('region', { name: 'Tre röster' }).getByText(`Sekretess: ${ground}`)).toBeVisible()
    await axe(reader)
    await reader.goto('/oversikt')
    await expect(reader.getByText(/svaret eller någon åtgärd utelämnad/)).toBeVisible()
    await axe(reader)
  })
})

test('a paper is marked by those who attached it, and left out for others', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { auditId } = await beginResponse(page.request, 'nyckellistor')
  await page.goto(`/granskningar/${auditId}`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'nyckellista.txt', mimeType: 'text/plain', buffer: Buffer.from('Nyckel 1') })
  await page.getByRole('dialog').getByRole('button', { name: 'Bifoga' }).click()
  await page.getByRole('button', { name: 'Sekretess för nyckellista.txt' }).click()
  await mark(page)
  await expect(page.getByRole('row').filter({ hasText: 'nyckellista.txt' })).toContainText(ground)
  await axe(page)

  const reader = await pageOf(browser, 'reader', `/granskningar/${auditId}`)
  await expect(reader.getByText('Uppgifter med sekretess är utelämnade: 1.')).toBeVisible()
  await expect(reader.getByText('nyckellista.txt')).toHaveCount(0)
})

async function mark(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lagrum').fill(ground)
  await dialog.getByRole('button', { name: 'Märk med sekretess' }).click()
}
