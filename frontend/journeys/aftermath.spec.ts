// What happens to a response after the committee's decision: verified, received, supplemented, or sent back.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { approveResponse, beginResponse, deliverResponse, pageOf, referBack } from './responses'

test('a delivered response is verified, the auditors ask for more, and it is supplemented', async ({
  page,
  browser,
}) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'passerkort')
  await approveResponse(page.request, browser, id)
  await deliverResponse(browser, id)
  const path = `/yttranden/${id}`

  await test.step('the secretary registers when the minutes were verified', async () => {
    const secretary = await pageOf(browser, 'secretary', path)
    await secretary.getByRole('button', { name: 'Registrera justering' }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Justerat').fill('2024-02-27')
    await dialog.getByRole('button', { name: 'Registrera' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Protokollet kan inte vara justerat före beslutet')
    await axe(secretary)
    await dialog.getByLabel('Justerat').fill('2024-03-01')
    await dialog.getByRole('button', { name: 'Registrera' }).click()
    await expect(secretary.getByRole('region', { name: 'Beslut' })).toContainText('Justerat2024-03-01')
    await expect(secretary.getByRole('button', { name: 'Ändra justering' })).toBeVisible()
    await secretary.context().close()
  })

  await test.step('the auditor asks for a supplement, and must say by when', async () => {
    const auditor = await pageOf(browser, 'auditor', path)
    await auditor.getByRole('button', { name: 'Ta emot' }).click()
    const dialog = auditor.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Komplettering begärd' }).check({ force: true })
    await dialog.getByLabel('Vad ska kompletteras?').fill('När är rutinen klar?')
    await dialog.getByRole('button', { name: 'Registrera' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Komplettering senast: Fyll i det här.')
    await axe(auditor)
    await dialog.getByLabel('Komplettering senast').fill('2031-04-30')
    await dialog.getByRole('button', { name: 'Registrera' }).click()
    const reception = auditor.getByRole('region', { name: 'Revisorernas mottagande' })
    await expect(reception).toContainText('Komplettering begärd')
    await expect(reception).toContainText('När är rutinen klar?')
    await axe(auditor)
    await fitsNarrow(auditor)
    await auditor.context().close()
  })

  await test.step('the officer reads it and begins a supplement', async () => {
    await page.goto(path)
    await expect(page.getByRole('region', { name: 'Revisorernas mottagande' })).toContainText('2031-04-30')
    await page.getByRole('button', { name: 'Börja kompletterande yttrande' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await axe(page)
    await page.getByRole('alertdialog').getByRole('button', { name: 'Börja kompletterande yttrande' }).click()
    await expect(page).not.toHaveURL(new RegExp(id))
    await expect(page.getByRole('time').filter({ hasText: '2031-04-30' })).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
    await page.getByRole('button', { name: 'Lägg till svar' }).first().click()
    await expect(page.getByRole('heading', { name: 'Rekommendation 1', exact: true })).toBeFocused()
    await page.getByText('Rekommendationer att svara på').click()
    await expect(page.getByRole('button', { name: 'Lägg till svar' })).toHaveCount(2)
  })

  await test.step('each leads to the other', async () => {
    await page.getByRole('link', { name: 'Till det första yttrandet' }).click()
    await expect(page).toHaveURL(new RegExp(id))
    await page.getByRole('link', { name: 'Kompletterande yttrande', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Till det första yttrandet' })).toBeVisible()
  })
})

test("the committee's reason stands above a draft that it sent back", async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'skyddsrum')
  await approveResponse(page.request, browser, id)
  await referBack(browser, id, '2024-03-27', 'Tidplanen behöver bli tydligare.')
  await page.goto(`/yttranden/${id}`)
  const note = page.getByRole('main').locator('.note', { hasText: 'Återremiss i nämnden 2024-03-27, § 12' })
  await expect(note).toContainText('Tidplanen behöver bli tydligare.')
  await axe(page)
})
