// What the auditors do with many recommendations at once: rounds, verdicts, criticism, repetitions; and a committee that
// is succeeded.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { giveToAdviser, pageOf, registerAudit } from './responses'

const day = '2031-10-31'

interface Given {
  auditId: string
  list: string
}

/** An audit of three recommendations to one committee. */
async function given(officer: Page, about: string): Promise<Given> {
  const { id: auditId } = await registerAudit(officer.request, about)
  return { auditId, list: `/rekommendationer?granskning=${auditId}` }
}

async function pick(page: Page, ...places: number[]): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^Välj: / })
  for (const place of places) await boxes.nth(place).press('Space')
}

test('a round from the list to the answer and its closing', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { list } = await given(page, 'nycklar till förråden')
  const auditor = await pageOf(browser, 'auditor', list)

  await test.step('the auditor picks two in the list and asks of them', async () => {
    await pick(auditor, 0, 1)
    await expect(auditor.getByText('2 valda', { exact: true })).toBeVisible()
    await axe(auditor)
    await auditor.getByRole('link', { name: 'Ny uppföljning av valda' }).click()
    await expect(auditor.getByText('2 valda.', { exact: true })).toBeVisible()
    await auditor.getByRole('button', { name: 'Starta uppföljningen' }).click()
    await expect(auditor.getByRole('alert')).toContainText('Rubrik: Fyll i det här.')
    await auditor.getByLabel('Rubrik').fill('Uppföljning av nycklar till förråden')
    await auditor.getByLabel('Svar senast').fill(day)
    await auditor.getByLabel('Fråga till nämnderna').fill('Vad har ni gjort sedan yttrandet?')
    await auditor.getByRole('button', { name: 'Starta uppföljningen' }).click()
    await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Uppföljning av nycklar till förråden')
    await expect(auditor.getByText('0 av 2 rekommendationer har svar.')).toBeVisible()
    await axe(auditor)
    await fitsNarrow(auditor)
  })

  await test.step('the committee is told what waits, and answers both at once', async () => {
    await page.goto('/')
    await page
      .getByRole('link', { name: /Uppföljning av nycklar till förråden/ })
      .first()
      .click()
    await expect(page.getByText('din nämnd')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Svara: / })).toHaveCount(2)
    await page.goto(list)
    await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).press('Space')
    await pick(page, 2)
    await page.getByRole('button', { name: 'Rapportera framdrift' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rapportera framdrift för 2 rekommendationer' })
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('Framdrift: ')
    await dialog.getByText('Genomförd', { exact: true }).click()
    await dialog.getByLabel('Vad som har gjorts').fill('Förråden har fått nya lås.')
    await axe(page)
    await dialog.getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(page.getByText('Framdriften är rapporterad för 2 rekommendationer')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'Genomförd' })).toHaveCount(2)
  })

  await test.step('the auditor reads the answers, closes and opens again', async () => {
    await auditor.reload()
    await expect(
      auditor.getByText('2 av 2 rekommendationer har svar. Revisorerna har bedömt ingen av dem.'),
    ).toBeVisible()
    await expect(auditor.getByText('Förråden har fått nya lås.')).toHaveCount(2)
    const waiting = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: 'Hämta statusmatrisen som XLSX' }).click()
    expect((await waiting).suggestedFilename()).toBe('statusmatris.xlsx')
    await auditor.getByRole('button', { name: 'Avsluta' }).click()
    await expect(auditor.getByText('Det som nämnder och revisorer säger efter avslutet räknas inte hit.')).toBeVisible()
    await auditor.getByRole('button', { name: 'Öppna igen' }).first().click()
    await expect(auditor.getByRole('link', { name: 'Ändra' })).toBeVisible()
  })

  await test.step('one is taken out of it', async () => {
    await auditor.getByRole('link', { name: 'Ändra' }).click()
    await expect(auditor.getByText('2 valda.', { exact: true })).toBeVisible()
    await auditor.getByRole('searchbox').fill('nycklar till förråden')
    await auditor.getByRole('searchbox').press('Enter')
    await expect(auditor.getByText('3 rekommendationer', { exact: true })).toBeVisible()
    await pick(auditor, 0)
    await auditor.getByRole('button', { name: 'Spara' }).click()
    await expect(auditor.getByText('1 av 1 rekommendation har svar.')).toBeVisible()
    await auditor.goto('/uppfoljningar')
    await expect(auditor.getByRole('row').filter({ hasText: 'nycklar till förråden' })).toContainText('1 av 1')
  })
})

test('verdicts are proposed and confirmed together, also when somebody was first', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'officer')
  const { auditId, list } = await given(page, 'nycklar till kassorna')
  await giveToAdviser(browser, auditId)
  const adviser = await pageOf(browser, 'adviser', list)
  await adviser.getByRole('checkbox', { name: 'Välj alla på sidan' }).press('Space')
  await adviser.getByRole('button', { name: 'Föreslå bedömning' }).click()
  const dialog = adviser.getByRole('dialog')
  await dialog.getByText('Delvis åtgärdad', { exact: true }).click()

  await test.step('the committee reports one meanwhile: it is named, and nothing is lost', async () => {
    await page.goto(list)
    await pick(page, 0)
    await page.getByRole('button', { name: 'Rapportera framdrift' }).click()
    await page.getByRole('dialog').getByText('Pågående', { exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rapportera', exact: true }).click()
    await expect(page.getByText('Framdriften är rapporterad för 1 rekommendation')).toBeVisible()
    await dialog.getByRole('button', { name: 'Föreslå bedömning' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Någon annan har ändrat en av dem medan du skrev')
    await dialog.getByRole('button', { name: 'Skicka ändå' }).click()
    await expect(adviser.getByText('Bedömningen är föreslagen på 3 rekommendationer')).toBeVisible()
  })

  await test.step('an auditor reads them through and confirms', async () => {
    const auditor = await pageOf(browser, 'auditor', list)
    await auditor.getByRole('checkbox', { name: 'Välj alla på sidan' }).press('Space')
    await auditor.getByRole('button', { name: 'Bekräfta 3 förslag' }).click()
    await axe(auditor)
    await auditor.getByRole('dialog').getByRole('button', { name: 'Bekräfta', exact: true }).click()
    await expect(auditor.getByText('3 bedömningar är bekräftade')).toBeVisible()
    await expect(auditor.getByRole('row').filter({ hasText: 'Delvis åtgärdad' })).toHaveCount(3)
  })
})

test('the columns that are chosen are also those of the spreadsheet', async ({ page }) => {
  await signIn(page, 'reader')
  await page.goto('/rekommendationer')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('button', { name: 'Kolumner' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Biträde' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Rapport' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Biträde' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Rapport', exact: true })).toBeHidden()
  const address = await page.getByRole('link', { name: 'Hämta listan som CSV' }).getAttribute('href')
  const [heads = ''] = (await (await page.request.get(address!)).text()).split('\n')
  expect(heads).toContain('Biträde')
  expect(heads).not.toContain('Granskningens datum')
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Biträde' })).toBeVisible()
})

test('criticism is registered, mended and taken away', async ({ page }) => {
  await signIn(page, 'auditor')
  await page.goto('/kritik')
  await page.getByRole('button', { name: 'Registrera kritik' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Registrera' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nämnd: ')
  await dialog.locator('button.select').click()
  await page.getByRole('option', { name: 'Arbetsmarknadsnämnden' }).click()
  await dialog.getByText('Erinran', { exact: true }).click()
  await dialog.getByLabel('Revisorernas ord').fill('Nämndens uppföljning har brustit.')
  await axe(page)
  await dialog.getByRole('button', { name: 'Registrera' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Nämndens uppföljning har brustit.' })
  await expect(row).toContainText('Erinran')
  await row.getByRole('button', { name: /^Ändra kritiken mot Arbetsmarknadsnämnden/ }).click()
  await dialog.getByText('Anmärkning', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(row).toContainText('Anmärkning')
  await fitsNarrow(page)
  await row.getByRole('button', { name: /^Ta bort kritiken mot Arbetsmarknadsnämnden/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort kritiken' }).click()
  await expect(row).toBeHidden()
})

test('a repeated recommendation is found and linked; an auditor chooses advisers', async ({ page, browser }) => {
  await signIn(page, 'officer')
  await given(page, 'nycklar till skolorna')
  const { id: later } = await registerAudit(page.request, 'nycklar till skolorna, uppföljning', '2026-10-15')
  const auditor = await pageOf(browser, 'auditor', `/granskningar/${later}`)
  const repetitions = auditor.getByRole('region', { name: 'Återkommande rekommendationer' })
  await expect(repetitions).toContainText(/100.% gemensamma ord/)
  await axe(auditor)
  await repetitions
    .getByRole('button', { name: /^Ange som upprepad: rekommendation 1 i / })
    .first()
    .click()
  await expect(repetitions.getByText('Upprepas', { exact: true })).toHaveCount(1)
  await page.goto(`/granskningar/${later}`)
  await expect(repetitionsOf(page).getByText('Upprepas', { exact: true })).toHaveCount(1)
  await repetitions.getByRole('button', { name: /^Ta bort kopplingen till rekommendation 1/ }).click()
  await expect(repetitions.getByText('Upprepas', { exact: true })).toHaveCount(0)

  await auditor.getByRole('button', { name: 'Välj biträden' }).click()
  const dialog = auditor.getByRole('dialog')
  await dialog.getByText(/adviser@storan\.example/).click()
  await axe(auditor)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(auditor.getByText('Biträdena är valda')).toBeVisible()
  await pageOf(browser, 'adviser', `/granskningar/${later}`)
})

function repetitionsOf(page: Page) {
  return page.getByRole('region', { name: 'Återkommande rekommendationer' })
}

test('a committee is handed over to its successor', async ({ page }) => {
  await signIn(page, 'admin')
  const id = await newCommittee(page.request, 'Parknämnden')
  await page.goto(`/administration/namnder/${id}`)
  await page.getByRole('button', { name: 'Lämna över till efterträdare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lämna över Parknämnden' })
  await expect(dialog).toContainText('kan inte ångras')
  await axe(page)
  await dialog.getByRole('button', { name: 'Lämna över' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Efterträdare: ')
  await dialog.locator('button.select').click()
  await page.getByRole('option', { name: 'Miljö- och byggnadsnämnden' }).click()
  await dialog.getByRole('button', { name: 'Lämna över' }).click()
  await expect(page.getByText('Den har efterträtts av')).toBeVisible()
  await page.getByRole('link', { name: 'Miljö- och byggnadsnämnden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Miljö- och byggnadsnämnden')
})

async function newCommittee(api: APIRequestContext, name: string): Promise<string> {
  const id = randomUUID()
  const answer = await api.post('/api/v1/committees', {
    data: {
      id,
      content: {
        name,
        abbreviation: 'PN',
        kind: 'committee',
        registryNumberPattern: '',
        administrationIds: [],
        signatories: [],
      },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return id
}
