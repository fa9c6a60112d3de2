// A year's meetings from a list and from a calendar file.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const list = `Sammanträden 2033
20 januari, manusstopp 5 januari, utskick 13 januari
17 februari, manusstopp 2 februari
Julgransplundring
17 mars`

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Storån//Kalender//SV',
  'BEGIN:VEVENT',
  'UID:1@storan.example',
  'DTSTAMP:20320101T120000Z',
  'DTSTART;VALUE=DATE:20330120',
  'SUMMARY:Nämnd',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@storan.example',
  'DTSTAMP:20320101T120000Z',
  'DTSTART;VALUE=DATE:20330421',
  'SUMMARY:Nämnd',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Klistra in flera' }).click()
}

test('meetings are read from a list, shown, added; what cannot be is told in its row', async ({ page }) => {
  await signIn(page, 'admin')
  const committees = (await (await page.request.get('/api/v1/committees')).json()) as { items: { id: string }[] }
  const committeeId = committees.items[0]!.id
  await page.goto(`/administration/namnder/${committeeId}/sammantraden`)
  const dialog = page.getByRole('dialog')
  const row = (date: string) => dialog.getByRole('row', { name: new RegExp(`^${date}`) })

  await test.step('the list is read', async () => {
    await openDialog(page)
    await dialog.getByRole('button', { name: 'Läs listan' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Sammanträden: Fyll i det här.')
    await axe(page)
    await dialog.getByLabel('Sammanträden').fill(list)
    await dialog.getByRole('button', { name: 'Läs listan' }).click()
    await expect(row('2033-01-20')).toContainText(/2033-01-05.*2033-01-13.*läggs till/)
    await expect(dialog.getByRole('list', { name: 'En rad har ingen dag' })).toHaveText('Julgransplundring')
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('somebody else adds one meanwhile: it is told in its row, and the others are added', async () => {
    const content = { date: '2033-02-17', manuscriptStop: null, preparation: null, dispatch: null }
    const other = await page.request.post('/api/v1/meetings', { data: { id: randomUUID(), committeeId, content } })
    expect(other.status(), await other.text()).toBe(201)
    await dialog.getByRole('button', { name: 'Lägg till 3 sammanträden' }).click()
    await expect(row('2033-01-20')).toContainText('tillagt')
    await expect(row('2033-02-17')).toContainText('Det används redan av en annan.')
    await expect(row('2033-03-17')).toContainText('tillagt')
    await expect(dialog.getByRole('button', { name: 'Lägg till ett sammanträde' })).toBeVisible()
    await axe(page)
  })

  await test.step('read again, those that are there are not added', async () => {
    await dialog.getByRole('button', { name: 'Ändra listan' }).click()
    await dialog.getByLabel('Sammanträden').fill(`${list}\n16 juni`)
    await dialog.getByRole('button', { name: 'Läs listan' }).click()
    await expect(row('2033-02-17')).toContainText('finns redan')
    await dialog.getByRole('button', { name: 'Lägg till ett sammanträde' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Ett sammanträde är tillagt')).toBeVisible()
    await expect(page.getByRole('row', { name: /^2033-06-16/ })).toBeVisible()
  })

  await test.step('a calendar file is read too', async () => {
    await openDialog(page)
    const choosing = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Välj kalenderfil (.ics)' }).click()
    const file = { name: 'namnd.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) }
    await (await choosing).setFiles(file)
    await dialog.getByRole('button', { name: 'Läs listan' }).click()
    await expect(row('2033-01-20')).toContainText('finns redan')
    await dialog.getByRole('button', { name: 'Lägg till ett sammanträde' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /^2033-04-21/ })).toBeVisible()
  })
})
