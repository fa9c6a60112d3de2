import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 'rutin ')])
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')

async function choose(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const opened = page.waitForEvent('filechooser')
  await page.getByRole('region', { name: 'Bilagor' }).getByRole('button', { name: 'Välj filer' }).press('Enter')
  await (await opened).setFiles(files)
}

async function openAudit(page: Page): Promise<void> {
  const answer = await page.context().request.get('/api/v1/audits?confirmed=false')
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await page.goto(`/granskningar/${items[0]?.id}`)
}

test('a paper is attached to an audit, saved again with the same bytes, and taken away, by keyboard', async ({
  page,
}) => {
  const name = `Rutin för nycklar ${Date.now()}.pdf`
  await signIn(page, 'officer')
  await openAudit(page)
  await choose(page, { name, mimeType: 'application/pdf', buffer: pdf })
  const dialog = page.getByRole('dialog', { name: 'Bifoga' })
  await expect(dialog.getByLabel('Handlingens datum')).toBeFocused()
  await axe(page)
  await page.keyboard.type('2026-02-28')
  await dialog.getByRole('button', { name: 'Bifoga filen' }).press('Enter')

  const papers = page.getByRole('region', { name: 'Bilagor' })
  const row = papers.getByRole('row', { name })
  await expect(row).toContainText('PDF')
  await expect(row).toContainText('391\u00a0kB')
  await expect(row).toContainText('2026-02-28')
  await axe(page)
  await fitsNarrow(page)

  const saving = page.waitForEvent('download')
  await row.getByRole('link', { name }).press('Enter')
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(name)
  expect(digest(readFileSync(await saved.path()))).toBe(digest(pdf))

  await row.getByRole('button', { name: `Ta bort ${name}` }).press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Ta bort bilagan?' })
  await axe(page)
  await question.getByRole('button', { name: 'Ta bort bilagan' }).press('Enter')
  await expect(row).toHaveCount(0)
})

test('what cannot be attached says why and what to do', async ({ page }) => {
  await signIn(page, 'officer')
  await openAudit(page)
  const papers = page.getByRole('region', { name: 'Bilagor' })
  await choose(
    page,
    { name: 'sida.html', mimeType: 'text/html', buffer: Buffer.from('<html><script>') },
    { name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  )
  const dialog = page.getByRole('dialog', { name: 'Bifoga' })
  await expect(dialog.getByRole('group', { name: 'Fil tom.txt' })).toContainText('Filen är tom')
  await dialog.getByRole('button', { name: 'Bifoga filen' }).click()
  const alert = papers.getByRole('alert')
  await expect(alert).toContainText('sida.html är inte bifogad')
  await expect(alert).toContainText('Filtypen går inte att bifoga')
  await axe(page)
  await alert.getByRole('button', { name: 'Glöm filen' }).click()
  await expect(alert).toHaveCount(0)
})

test('while it is uploaded one sees how far it has come, and can stop', async ({ page }) => {
  let answer = () => undefined as void
  await page.route('**/api/v1/attachments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await new Promise<void>((resolve) => (answer = resolve))
    await route.abort()
  })
  await signIn(page, 'officer')
  await openAudit(page)
  await choose(page, { name: 'stor.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByRole('button', { name: 'Bifoga filen' }).click()
  await expect(page.getByRole('progressbar', { name: 'Laddar upp stor.pdf' })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Avbryt uppladdningen av stor.pdf' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Bilagor' }).getByRole('alert')).toHaveCount(0)
  answer()
})
