// A question about an answer, from the one who writes the response to somebody who knows, and back into the text.
import type { Page } from '@playwright/test'
import { addressOf, axe, changing, expect, fitsNarrow, signIn, test } from './fixture'

const question = 'Vem tar emot larm om nycklar på kvällen?'
const reply = 'Jouren tar emot larm och för dem i dagboken.'
const demoDraft = '/api/v1/responses?state=draft'

/** The demo's draft, opened at its first answer. */
async function openFirstAnswer(page: Page): Promise<void> {
  const list = (await (await page.request.get(demoDraft)).json()) as { items: { id: string }[] }
  const id = list.items[0]!.id
  const answer = await page.request.get(`/api/v1/responses/${id}`)
  const response = (await answer.json()) as { answers: { id: string }[] }
  await page.goto(`/yttranden/${id}?del=${response.answers[0]!.id}`)
}

async function ask(page: Page, person: { email: string; name: string }, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Be om underlag' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-postadress').fill(person.email)
  await dialog.getByLabel('Namn').fill(person.name)
  await dialog.getByLabel('Fråga').fill(words)
  await dialog.getByLabel('Svar senast').fill('2031-01-15')
  await dialog.getByRole('button', { name: 'Be om underlag' }).click()
}

test('a question is asked, answered, changed, taken into the answer and closed', async ({ page, browser }) => {
  await signIn(page, 'officer')
  await openFirstAnswer(page)
  const requests = page.getByRole('list', { name: 'Frågor om det här svaret' })

  await test.step('what is missing or not allowed is told', async () => {
    await page.getByRole('button', { name: 'Be om underlag' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-postadress').fill(addressOf('auditor'))
    await dialog.getByRole('button', { name: 'Be om underlag' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Fråga: Fyll i det här.')
    await axe(page)
    await dialog.getByLabel('Namn').fill('Birgitta Sjöholm')
    await dialog.getByLabel('Fråga').fill(question)
    await dialog.getByLabel('Svar senast').fill('2031-01-15')
    await dialog.getByRole('button', { name: 'Be om underlag' }).click()
    await expect(dialog.getByRole('alert')).toContainText('oberoende')
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
  })

  await test.step('the officer asks', async () => {
    await ask(page, { email: addressOf('contributor'), name: 'Sofia Hedlund Rask' }, question)
    await expect(page.getByText('Sofia Hedlund Rask är tillfrågad')).toBeVisible()
    await expect(requests.getByRole('listitem')).toContainText([question])
    await expect(requests).toContainText('2031-01-15 · obesvarad')
    await axe(page)
    await fitsNarrow(page)
  })

  const theirs = await (await browser.newContext({ baseURL: process.env.UPPSIKT_URL, locale: 'sv-SE' })).newPage()
  const asked = theirs.getByRole('article').filter({ hasText: question })
  await test.step('the contributor lands at what they are asked, and replies', async () => {
    await signIn(theirs, 'contributor')
    await theirs.goto('/')
    const menu = theirs.getByRole('navigation', { name: 'Huvudmeny' })
    await expect(menu.getByRole('link')).toHaveText(['Start', 'Underlag', 'Mina åtgärder', 'Mina kontroller'])
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Det här väntar på dig')
    await menu.getByRole('link', { name: 'Underlag' }).click()
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Underlag')
    await expect(theirs.getByRole('link', { name: 'Administration' })).toBeHidden()
    await expect(asked.getByText('Elin Strandmark frågar för')).toBeVisible()
    await expect(asked.locator('blockquote')).not.toHaveCount(0)
    await asked.getByRole('button', { name: 'Lämna svaret' }).click()
    await expect(asked.getByRole('alert')).toContainText('Ditt svar: Fyll i det här.')
    await asked.getByLabel('Ditt svar').fill('Jouren tar emot larm.')
    await asked.getByRole('button', { name: 'Lämna svaret' }).click()
    await expect(asked.getByText(/^Lämnat \d{4}-/)).toBeVisible()
    await asked.getByLabel('Ditt svar').fill(reply)
    await changing(theirs, () => asked.getByRole('button', { name: 'Spara ändringen' }).click())
    await axe(theirs)
    await fitsNarrow(theirs)
  })

  await test.step('the officer takes the reply in', async () => {
    await page.reload()
    await expect(requests).toContainText(reply)
    await page.getByRole('button', { name: 'Ta in i svaret, underlag från Sofia Hedlund Rask' }).click()
    await expect(requests).toContainText('intaget i texten')
    await expect(page.getByLabel('Svar', { exact: true })).toHaveValue(new RegExp(`${reply}$`))
    await page.reload()
    await expect(page.getByLabel('Svar', { exact: true })).toHaveValue(new RegExp(`${reply}$`))
  })

  await test.step('then the question is closed', async () => {
    await theirs.reload()
    await expect(asked.getByText('Avslutad')).toBeVisible()
    await expect(asked.getByText(reply)).toBeVisible()
    await expect(asked.getByLabel('Ditt svar')).toBeHidden()
    await axe(theirs)
  })
})

test('somebody new gets a first password, and their question about the whole response can be withdrawn', async ({
  page,
}) => {
  await signIn(page, 'officer')
  await openFirstAnswer(page)
  await page
    .getByRole('navigation', { name: 'Yttrandets delar' })
    .getByRole('link', { name: /^Inledning/ })
    .click()
  await expect(page.getByText('Inga frågor ställda.')).toBeVisible()
  await ask(page, { email: 'ny.kollega@storan.example', name: 'Ny Kollega' }, 'Vilka enheter har egna nycklar?')
  const dialog = page.getByRole('dialog', { name: 'Första lösenordet' })
  await expect(dialog).toContainText('Lämna lösenordet till Ny Kollega på ett säkert sätt.')
  await expect(dialog.getByRole('button', { name: 'Kopiera' })).toBeVisible()
  await axe(page)
  const password = await dialog.locator('code').innerText()
  await dialog.getByRole('button', { name: 'Klar' }).click()

  const signedIn = await page.context().browser()!.newContext({ baseURL: process.env.UPPSIKT_URL })
  const answer = await signedIn.request.post('/api/v1/session', {
    data: { email: 'ny.kollega@storan.example', password },
  })
  expect(answer.status()).toBe(201)

  const requests = page.getByRole('list', { name: 'Frågor om hela yttrandet' })
  await expect(requests).toContainText('Ny Kollega')
  await page.getByRole('button', { name: 'Ta bort frågan till Ny Kollega' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort frågan' }).click()
  await expect(page.getByText('Inga frågor ställda.')).toBeVisible()
})
