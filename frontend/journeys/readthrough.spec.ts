// A draft is read through by others: comments at its parts, about all of a part or about some words of it.
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { beginResponse, pageOf } from './responses'

const answer = (page: Page) => page.getByLabel('Svar', { exact: true })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Sparat \d/ })).toBeVisible()

test('the manager comments on some words, and the officer deals with it', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'kylrum')
  await page.goto(`/yttranden/${id}`)
  await answer(page).fill('Nämnden tar fram en rutin.')
  await saved(page)

  const manager = await pageOf(browser, 'manager', `/yttranden/${id}`)
  await answer(manager).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(17, 25))
  await manager.getByRole('button', { name: 'Kommentera' }).click()
  const dialog = manager.getByRole('dialog')
  await expect(dialog.getByText('en rutin', { exact: true })).toBeVisible()
  await axe(manager)
  await dialog.getByRole('button', { name: 'Kommentera' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Kommentar: Fyll i det här.')
  await dialog.getByLabel('Kommentar').fill('Vilken rutin, och av vem?')
  await dialog.getByRole('button', { name: 'Kommentera' }).click()
  await expect(manager.getByRole('list', { name: 'Kommentarer' })).toContainText('Vilken rutin, och av vem?')
  await manager.context().close()

  await page.reload()
  const picks = page.getByRole('navigation', { name: 'Yttrandets delar' })
  await expect(picks.getByRole('link', { name: /^1 .*1 kommentar/ })).toBeVisible()
  await axe(page)
  await fitsNarrow(page)
  await page.getByRole('button', { name: 'Åtgärdat' }).click()
  await expect(picks.getByText('1 kommentar')).toBeHidden()
  await page.getByText('En åtgärdad kommentar').click()
  await page.getByRole('button', { name: 'Öppna igen' }).click()
  await expect(picks.getByText('1 kommentar')).toBeVisible()
})

test('the secretary comments on words in the text as it is read', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'torkrum')
  const secretary = await pageOf(browser, 'secretary', `/yttranden/${id}`)
  const second = secretary.getByRole('region', { name: 'Rekommendation 2', exact: true })
  await second.getByText('[Ej besvarad]').selectText()
  await second.getByRole('button', { name: 'Kommentera' }).click()
  await expect(secretary.getByRole('dialog').getByRole('blockquote')).toHaveText('[Ej besvarad]')
  await secretary.getByRole('dialog').getByLabel('Kommentar').fill('Svara före manusstopp.')
  await secretary.getByRole('dialog').getByRole('button', { name: 'Kommentera' }).click()
  await expect(second.getByRole('list', { name: 'Kommentarer' })).toContainText('Svara före manusstopp.')
  await axe(secretary)
  await fitsNarrow(secretary)
  await secretary.context().close()
})
