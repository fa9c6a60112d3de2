// A response from its first answer to the auditors, by those who write, approve, decide and read it.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { beginResponse, pageOf } from './responses'

const parts = (page: Page) => page.getByRole('navigation', { name: 'Yttrandets delar' })
const openPart = (page: Page, name: string | RegExp) => parts(page).getByRole('link', { name }).click()
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Sparat \d/ })).toBeVisible()

async function answerWith(page: Page, number: number, stance: string, text: string): Promise<void> {
  await openPart(page, new RegExp(`^${number} `))
  await expect(page.getByRole('heading', { name: `Rekommendation ${number}`, exact: true })).toBeFocused()
  await page.getByRole('radio', { name: stance, exact: true }).check({ force: true })
  await page.getByLabel('Svar', { exact: true }).fill(text)
}

test('the walk: written, returned, corrected, approved, decided with changes, delivered', async ({ page, browser }) => {
  test.setTimeout(150_000)
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'nyckelhantering i daglig verksamhet')
  const path = `/yttranden/${id}`

  await test.step('the officer answers, and is told what is missing', async () => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yttrande: nyckelhantering i daglig verksamhet')
    await answerWith(page, 1, 'Instämmer', 'Nämnden tar fram **en rutin** för larm.')
    await page.getByRole('button', { name: 'Lägg till åtgärd' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Åtgärd', { exact: true }).fill('Skriva en rutin för larm')
    await dialog.getByLabel('Klart', { exact: true }).fill('våren 2031')
    await dialog.getByLabel('Klart', { exact: true }).press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('Se vilken dag som föreslås')
    await expect(dialog.getByLabel('Klart senast')).toHaveValue('2031-05-31')
    await axe(page)
    await dialog.getByRole('button', { name: 'Lägg till åtgärd' }).click()
    await expect(page.getByRole('row', { name: /Skriva en rutin för larm.*saknas.*våren 2031/ })).toBeVisible()

    await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
    const refusal = page.getByRole('alert')
    await expect(refusal).toContainText('5 uppgifter hindrar inlämning')
    await expect(refusal.getByRole('link')).toHaveText([
      'Rekommendation 1, åtgärd 1: ansvarig funktion saknas',
      'Rekommendation 2: ställningstagande saknas',
      'Rekommendation 2: svar saknas',
      'Rekommendation 3: ställningstagande saknas',
      'Rekommendation 3: svar saknas',
    ])
    await axe(page)
    await fitsNarrow(page)
    await refusal.getByRole('link', { name: 'Rekommendation 3: svar saknas' }).click()
    await expect(page.getByRole('heading', { name: 'Rekommendation 3', exact: true })).toBeFocused()
  })

  await test.step('the officer completes and submits; the draft is a PDF', async () => {
    await answerWith(page, 2, 'Instämmer delvis', 'Uppföljning görs, dock inte av reservnycklar.')
    await answerWith(page, 3, 'Instämmer', 'Förluster redovisas i delårsrapporten.')
    await openPart(page, /^1 /)
    await page.getByRole('button', { name: 'Ändra åtgärden Skriva en rutin för larm' }).click()
    await page.getByRole('dialog').getByLabel('Ansvarig funktion').fill('Enhetschef')
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('row', { name: /Skriva en rutin för larm Enhetschef/ })).toBeVisible()

    const pdf = await page.request.get((await page.getByRole('link', { name: 'Öppna som PDF' }).getAttribute('href'))!)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
    await expect(page.getByText('Yttrandet är inlämnat')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Återta' })).toBeVisible()
  })

  const manager = await pageOf(browser, 'manager', path)
  await test.step('the manager reads it and returns it with a comment', async () => {
    await manager.getByRole('link', { name: 'Läs igenom' }).click()
    await expect(manager.getByText('Nämnden instämmer delvis.')).toBeVisible()
    await axe(manager)
    await manager.getByRole('button', { name: 'Återlämna' }).click()
    await manager.getByRole('dialog').getByRole('button', { name: 'Återlämna' }).click()
    await expect(manager.getByRole('dialog').getByRole('alert')).toContainText('Vad behöver ändras?')
    await manager.getByLabel('Vad behöver ändras?').fill('Svar 2 behöver ett skäl.')
    await manager.getByRole('dialog').getByRole('button', { name: 'Återlämna' }).click()
    await expect(manager.getByText('Yttrandet är återlämnat')).toBeVisible()
  })

  await test.step('the officer sees the comment, corrects and submits while the text is still being saved', async () => {
    await page.goto(`${path}?del=ovriga-atgarder`)
    await expect(page.getByText('Svar 2 behöver ett skäl.').first()).toBeVisible()
    await page.getByLabel('Text', { exact: true }).fill('Nämnden ser över låsen.')
    await openPart(page, /^2 /)
    await page.getByLabel('Svar', { exact: true }).fill('Uppföljning görs. Reservnycklar lånas inte ut.')
    await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
    await expect(page.getByText('Yttrandet är inlämnat')).toBeVisible()
    await page.getByRole('link', { name: 'Läs igenom' }).click()
    await expect(page.getByText('Uppföljning görs. Reservnycklar lånas inte ut.')).toBeVisible()
    await expect(page.getByText('Nämnden ser över låsen.')).toBeVisible()
  })

  await test.step('the manager approves', async () => {
    await manager.goto(path)
    await manager.getByRole('button', { name: 'Godkänn för nämnd' }).click()
    await expect(manager.getByText('Yttrandet är klart för nämnd').first()).toBeVisible()
    await expect(manager.getByRole('link', { name: 'Öppna förslaget' })).toBeVisible()
  })

  const secretary = await pageOf(browser, 'secretary', path)
  await test.step('the secretary registers a decision with changes, at a meeting that has been', async () => {
    await secretary.getByRole('link', { name: 'Registrera beslut' }).click()
    await secretary.getByLabel('Paragraf').fill('31')
    await secretary.getByRole('button', { name: 'Registrera beslutet' }).click()
    await expect(secretary.getByRole('main').getByRole('alert')).toContainText('Sammanträde: Fyll i det här.')
    await secretary.getByRole('button', { name: 'Lägg till sammanträde' }).click()
    await secretary.getByRole('dialog').getByLabel('Dag').fill('2024-02-30')
    await secretary.getByRole('dialog').getByRole('button', { name: 'Lägg till sammanträde' }).click()
    await expect(secretary.getByRole('dialog').getByRole('alert')).toContainText('Menar du 2024-02-29?')
    await secretary.getByRole('dialog').getByLabel('Dag').fill('2024-02-28')
    await secretary.getByRole('dialog').getByRole('button', { name: 'Lägg till sammanträde' }).click()
    await expect(secretary.getByRole('button', { name: /2024-02-28.*Sammanträde/ })).toBeVisible()

    await secretary.getByRole('radio', { name: 'Bifall med ändring' }).check({ force: true })
    await expect(secretary.getByText('Inget är ändrat mot förslaget')).toBeVisible()
    const third = secretary.getByRole('region', { name: 'Rekommendation 3' })
    await third.getByLabel('Svar', { exact: true }).fill('Förluster redovisas varje halvår.')
    await expect(third.locator('del')).toContainText(['delårsrapporten'])
    const first = secretary.getByRole('region', { name: 'Rekommendation 1' })
    await first.getByRole('button', { name: 'Lägg till åtgärd' }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Åtgärd', { exact: true }).fill('Köpa ett nyckelskåp')
    await dialog.getByLabel('Ansvarig funktion').fill('Lokalsamordnare')
    await dialog.getByLabel('Klart', { exact: true }).fill('löpande')
    await expect(dialog.getByText('Uppfattat som löpande, utan sista dag.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Lägg till åtgärd' }).click()
    await expect(first.getByText('Tillagd')).toBeVisible()
    await axe(secretary)
    await fitsNarrow(secretary)

    await secretary.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Start' }).click()
    await secretary.getByRole('alertdialog').getByRole('button', { name: 'Stanna kvar' }).click()
    await secretary.getByRole('button', { name: 'Registrera beslutet' }).click()
    await expect(secretary.getByText('Beslutat 2024-02-28, § 31')).toBeVisible()
    await expect(secretary.getByText('Förluster redovisas varje halvår.')).toBeVisible()
    await expect(secretary.getByRole('row', { name: /Köpa ett nyckelskåp/ })).toBeVisible()
  })

  await test.step('both the approved and the decided document are kept', async () => {
    const texts = await Promise.all(
      ['Öppna förslaget', 'Öppna det beslutade'].map(async (name) => {
        const pdf = await secretary.request.get((await secretary.getByRole('link', { name }).getAttribute('href'))!)
        expect(pdf.headers()['content-type']).toBe('application/pdf')
        return (await pdf.body()).toString('base64')
      }),
    )
    expect(texts[0]).not.toBe(texts[1])
  })

  await test.step('the secretary sends it to the auditors', async () => {
    await secretary.getByRole('button', { name: 'Registrera expediering' }).click()
    await axe(secretary)
    await secretary.getByRole('dialog').getByRole('button', { name: 'Registrera' }).click()
    await expect(secretary.getByRole('list', { name: 'Yttrandets läge' }).locator('[aria-current]')).toHaveText(
      'nu: Överlämnad till revisionen',
    )
    await axe(secretary)
    await fitsNarrow(secretary)
  })

  await test.step('the auditor reads what was decided', async () => {
    const auditor = await pageOf(browser, 'auditor', '/yttranden?lage=delivered')
    await auditor.locator(`a[href="${path}"]`).click()
    await expect(auditor.getByText('Beslutat 2024-02-28, § 31')).toBeVisible()
    await expect(auditor.getByRole('button', { name: 'Registrera expediering' })).toBeHidden()
    await auditor.context().close()
  })
  await manager.context().close()
  await secretary.context().close()
})

test('two who write the same answer: the second compares, and keeps or takes', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'förråd')
  await page.goto(`/yttranden/${id}`)
  const other = await pageOf(browser, 'manager', `/yttranden/${id}`)
  const text = (who: Page) => who.getByLabel('Svar', { exact: true })
  await text(page).fill('Förrådet låses.')
  await saved(page)

  await text(other).fill('Förrådet larmas.')
  const conflict = other.getByRole('alert')
  await expect(conflict).toContainText('Någon annan har ändrat samma text')
  await conflict.getByRole('button', { name: 'Jämför' }).click()
  await expect(other.getByRole('dialog').locator('del')).toContainText(['låses'])
  await axe(other)
  await other.getByRole('dialog').getByRole('button', { name: 'Stäng' }).click()
  await other.getByRole('button', { name: 'Lämna in för godkännande' }).click()
  await expect(other.getByRole('alert').first()).toContainText('Det du har skrivit är inte sparat')
  await conflict.getByRole('button', { name: 'Behåll min' }).last().click()
  await saved(other)

  await text(page).fill('Förrådet låses och larmas.')
  await page.getByRole('button', { name: 'Använd den andra' }).click()
  await expect(text(page)).toHaveValue('Förrådet larmas.')
  await other.context().close()
})

test('one answer to several recommendations, one to a statement, and one stance for all', async ({ page }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'kontanthantering')
  await page.goto(`/yttranden/${id}`)

  await page.getByRole('button', { name: 'Svara på flera tillsammans' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: /^1\./ }).check({ force: true })
  await page.getByRole('dialog').getByRole('checkbox', { name: /^3\./ }).check({ force: true })
  await axe(page)
  await page.getByRole('button', { name: 'Gör ett gemensamt svar' }).click()
  await expect(page.getByRole('heading', { name: 'Rekommendation 1 och 3' })).toBeFocused()
  await page.getByLabel('Svar', { exact: true }).fill('Nämnden gör båda.')

  await page.getByRole('button', { name: 'Svara på ett uttalande' }).click()
  await page.getByRole('dialog').getByLabel('Revisorernas uttalande').fill('Kassan räknas inte varje dag.')
  await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click()
  await expect(page.getByRole('heading', { name: 'Revisorernas uttalande' })).toBeFocused()

  await openPart(page, 'Rubrik och gemensamt ställningstagande')
  await page.getByRole('radio', { name: 'Instämmer', exact: true }).check({ force: true })
  await saved(page)
  await openPart(page, /^2 /)
  await expect(page.getByText('Nämnden instämmer i rekommendationerna. Det står en gång')).toBeVisible()
  await axe(page)

  await openPart(page, /^1 och 3 /)
  await expect(page.getByLabel('Svar', { exact: true })).toHaveValue('Nämnden gör båda.')
  await page.getByRole('button', { name: 'Ta isär svaret' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta isär svaret' }).click()
  await expect(parts(page).getByRole('link', { name: /^3 / })).toBeVisible()

  await page.getByRole('button', { name: 'Kasta utkastet' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kasta utkastet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Yttranden' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Granskning av kontanthantering' })).toBeHidden()
})

test('a recommendation that comes after the draft was begun is missed, and answered', async ({ page }) => {
  await signIn(page, 'officer')
  const { id, auditId } = await beginResponse(page.request, 'inventarier')
  const address = `/api/v1/audits/${auditId}`
  const audit = (await (await page.request.get(address)).json()) as {
    version: number
    content: { committeeIds: string[]; recommendations: object[] }
  }
  const late = {
    id: randomUUID(),
    number: '4',
    text: 'Märk inventarierna.',
    variants: [],
    committeeIds: audit.content.committeeIds,
  }
  const corrected = await page.request.put(address, {
    headers: { 'If-Match': `"${audit.version}"` },
    data: { ...audit.content, recommendations: [...audit.content.recommendations, late] },
  })
  expect(corrected.status(), await corrected.text()).toBe(200)

  await page.goto(`/yttranden/${id}`)
  await expect(parts(page).getByText('Märk inventarierna.')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Lägg till svar' }).click()
  await expect(page.getByRole('heading', { name: 'Rekommendation 4', exact: true })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Lägg till svar' })).toBeHidden()
})

test('whoever submitted takes it back, and submits again', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto('/yttranden?lage=submitted')
  await page.getByRole('row').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Återta' }).click()
  await expect(page.getByText('Yttrandet är återtaget och är ett utkast igen')).toBeVisible()
  await expect(parts(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kasta utkastet' })).toBeHidden()
  await page.getByRole('button', { name: 'Lämna in för godkännande' }).click()
  await expect(page.getByText('Yttrandet är inlämnat')).toBeVisible()
})

test('a draft belongs to its committee; its state and dates are seen', async ({ page, browser }) => {
  await signIn(page, 'officer')
  const { id } = await beginResponse(page.request, 'arkiv')
  const auditor = await pageOf(browser, 'auditor', '/yttranden?lage=draft')
  await auditor.getByRole('link', { name: 'Granskning av arkiv' }).click()
  await expect(auditor).toHaveURL(new RegExp(id))
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Yttrandet är inte beslutat ännu')
  await axe(auditor)
  await auditor.getByRole('link', { name: 'Se läge och datum i listan' }).click()
  await expect(auditor.getByRole('row', { name: /Granskning av arkiv.*Utkast/ })).toBeVisible()
  await auditor.context().close()
})

test('the list is filtered in its address', async ({ page }) => {
  await signIn(page, 'overseer')
  await page.goto('/yttranden')
  await page.getByRole('button', { name: /Läge/ }).click()
  await page.getByRole('option', { name: 'Klar för nämnd' }).click()
  await expect(page).toHaveURL(/lage=approved/)
  await expect(page.getByRole('row', { name: /Klar för nämnd/ }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Utkast/ })).toBeHidden()
  await page.goto('/yttranden?lage=draft&namnd=00000000-0000-7000-8000-000000000000')
  await page.getByRole('button', { name: 'Rensa filter' }).click()
  await expect(page).toHaveURL(/\/yttranden$/)
  await expect(page.getByRole('row').nth(1), 'what remains to be done stands first').not.toContainText(
    'Överlämnad till revisionen',
  )
})
