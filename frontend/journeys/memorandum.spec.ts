// The administration's paper to the committee, with the response as its appendix.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { beginResponse, pageOf } from './responses'

test('the memorandum is begun from the template, written, read through and had with the response', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'förråd')
  await page.goto(`/yttranden/${id}`)
  await page.getByRole('button', { name: 'Skriv tjänsteskrivelse' }).click()
  const picks = page.getByRole('navigation', { name: 'Yttrandets delar' })
  await picks.getByRole('link', { name: /Ekonomiska konsekvenser/ }).click()
  await page.getByLabel('Text', { exact: true }).fill('Förslaget ryms inom budgeten för förrådet.')
  await expect(page.getByRole('status').filter({ hasText: /^Sparat \d/ })).toBeVisible()
  await axe(page)
  await fitsNarrow(page)

  const manager = await pageOf(browser, 'manager', `/yttranden/${id}`)
  await manager.goto(`/yttranden/${id}/genomlasning`)
  await expect(manager.getByText('Förslaget ryms inom budgeten för förrådet.')).toBeVisible()
  await expect(manager.getByRole('article', { name: 'Yttrande' })).toBeVisible()
  await manager.context().close()

  await page.goto(`/yttranden/${id}`)
  await page.getByRole('button', { name: 'Dokument' }).click()
  const both = page.getByRole('menuitem', { name: 'Tjänsteskrivelsen med yttrandet som bilaga, PDF' })
  const pdf = await page.request.get((await both.getAttribute('href'))!)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const sheet = page.getByRole('menuitem', { name: 'Lägesblad, PDF' })
  const left = await page.request.get((await sheet.getAttribute('href'))!)
  expect((await left.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
