// Takes the README's pictures of a running demo: ./scripts/run in one terminal, `npm run pictures` in another.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const base = process.argv[2] ?? 'http://127.0.0.1:8080'
const folder = new URL('../.pictures/', import.meta.url).pathname
mkdirSync(folder, { recursive: true })

const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const size = { width: 1440, height: 900 }

async function signedIn(colorScheme) {
  const context = await browser.newContext({ baseURL: base, locale: 'sv-SE', colorScheme, viewport: size })
  const answer = await context.request.post('/api/v1/session', {
    data: { email: 'officer@storan.example', password: 'uppsikt-demo' },
  })
  if (!answer.ok()) throw new Error(`the demo at ${base} does not let the officer in: ${answer.status()}`)
  return context
}

async function picture(context, address, name) {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${folder}${name}.png` })
  await page.close()
}

async function pdfPicture(context, response) {
  const answer = await context.request.get(`/api/v1/responses/${response}/document`)
  writeFileSync(`${folder}response.pdf`, await answer.body())
  execFileSync('pdftoppm', [
    '-r',
    '70',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    '-png',
    `${folder}response.pdf`,
    `${folder}response-pdf`,
  ])
  execFileSync('rm', [`${folder}response.pdf`])
}

const light = await signedIn('light')
const { items } = await (await light.request.get('/api/v1/responses?pageSize=200')).json()
const inState = (state) => items.find((response) => response.state === state)
// The answer of the committee with most to show to the audit that the README reads.
const answered = items.find(
  ({ state, auditTitle, registryNumber }) =>
    state === 'delivered' && auditTitle.includes('loggkontroll') && registryNumber.startsWith('AMN'),
)
await picture(light, '/', 'start-light')
await picture(light, `/yttranden/${inState('draft').id}`, 'response-light')
await picture(light, `/granskningar/${answered.auditId}`, 'audit-light')
await pdfPicture(light, answered.id)
await picture(await signedIn('dark'), `/yttranden/${inState('draft').id}`, 'response-dark')
await browser.close()
