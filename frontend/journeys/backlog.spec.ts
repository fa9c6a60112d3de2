// What was before the program: earlier follow-up from a spreadsheet, and a response that was decided outside it.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const file = new URL('backlog.xlsx', import.meta.url).pathname

test('an officer reads in earlier follow-up from a spreadsheet', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto('/rekommendationer')
  await page.getByRole('link', { name: 'Läs in tidigare uppföljning' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läs in tidigare uppföljning')
  await axe(page)
  await page.locator('input[type=file]').setInputFiles(file)

  await expect(page.getByText('1 fel att rätta i filen')).toBeVisible()
  await page.getByRole('button', { name: /Vem$/ }).click()
  await page.getByRole('option', { name: 'Nämnd', exact: true }).click()

  await expect(page.getByText('2 rekommendationer till nämnder')).toBeVisible()
  await expect(page.getByText('1 beslutat yttrande')).toBeVisible()
  await axe(page)
  await fitsNarrow(page)
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await expect(page.getByText('Uppföljningen är inläst')).toBeVisible()

  await page.getByRole('link', { name: 'Till rekommendationerna' }).click()
  await page.goto('/rekommendationer?q=lekplats')
  await expect(page.getByText('Besiktiga varje lekplats en gång om året.')).toBeVisible()
})

test('a response decided outside the program is registered with its PDF', async ({ page }) => {
  await signIn(page, 'officer')
  const api = page.context().request
  const audit = await answerableAudit(api)
  const pdf = await decidedPDF(api)
  await page.goto(`/granskningar/${audit}`)
  await page.getByRole('link', { name: /Registrera ett redan beslutat yttrande/ }).click()
  // The audit's own page takes files too, until this one is there.
  await expect(page.getByRole('heading', { level: 1, name: /^Beslutat yttrande från/ })).toBeVisible()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'yttrande.pdf', mimeType: 'application/pdf', buffer: pdf })
  await expect(page.getByText('yttrande.pdf', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Välj en annan' })).toBeVisible()

  const date = page.getByRole('textbox', { name: 'Beslutsdag' })
  await date.fill('2022-02-17')
  await page.getByRole('textbox', { name: 'Paragraf' }).fill('')
  const answer = page.getByRole('region', { name: 'Rekommendation 1' })
  await answer.getByText('Instämmer', { exact: true }).click()
  await answer.getByRole('textbox', { name: 'Svar' }).fill('Nämnden inför rutinen.')
  await axe(page)
  await page.getByRole('button', { name: 'Registrera yttrandet' }).click()
  await expect(page.getByRole('alert').getByText('Paragraf: Fyll i det här.')).toBeVisible()
  await expect(answer.getByRole('textbox', { name: 'Svar' })).toHaveValue('Nämnden inför rutinen.')

  await page.getByRole('textbox', { name: 'Paragraf' }).fill('14')
  await page.getByRole('button', { name: 'Registrera yttrandet' }).click()
  await expect(page.getByText('Yttrandet är registrerat', { exact: true })).toBeVisible()
  await expect(page.getByText('Registrerat i efterhand')).toBeVisible()
  await expect(page.getByText('Det beslutade yttrandet är inte tillagt')).toHaveCount(0)
  const id = page.url().split('/').pop() ?? ''
  const stored = await api.get(`/api/v1/responses/${id}/document`)
  expect(Buffer.compare(await stored.body(), pdf)).toBe(0)
})

async function answerableAudit(api: APIRequestContext): Promise<string> {
  const answer = await api.get('/api/v1/committees?pageSize=200')
  const { items } = (await answer.json()) as { items: { id: string; content: { abbreviation: string } }[] }
  const committeeId = items.find(({ content }) => content.abbreviation === 'AMN')?.id
  const id = randomUUID()
  const registered = await api.post('/api/v1/audits', {
    data: {
      id,
      content: {
        title: 'Granskning av äldre fordon',
        firm: 'Nordkajen Revision',
        commissionedBy: '',
        reportDate: '2021-11-18',
        registryNumber: '',
        committeeIds: [committeeId],
        addressees: [
          {
            id: randomUUID(),
            committeeId,
            responseDue: null,
            registryNumber: 'AMN-2021-00101',
            asked: '',
            extension: null,
          },
        ],
        questions: [],
        assessments: [],
        overallAssessments: [],
        recommendations: [
          {
            id: randomUUID(),
            number: '1',
            text: 'Inför en rutin för fordonen.',
            variants: [],
            committeeIds: [committeeId],
          },
        ],
        criteria: [],
        documents: [],
      },
    },
  })
  expect(registered.status(), await registered.text()).toBe(201)
  return id
}

/** A PDF as it comes from anywhere: the demo's own decided one. */
async function decidedPDF(api: APIRequestContext): Promise<Buffer> {
  const answer = await api.get('/api/v1/responses?state=decided&state=delivered')
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const document = await api.get(`/api/v1/responses/${items[0]?.id}/document`)
  expect(document.status()).toBe(200)
  return document.body()
}
