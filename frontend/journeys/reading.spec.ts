import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { axe, expect, fitsNarrow, signIn, test } from './fixture'
import { pageOf } from './responses'

const demoReport = new URL('../../internal/app/demo/reports/behorigheter-och-loggkontroll.txt', import.meta.url)
  .pathname
const cases = new URL('../../../shared/cases/uppsala-otillaten-paverkan/', import.meta.url).pathname

async function handIn(page: Page, ...files: Parameters<Awaited<ReturnType<typeof chooser>>['setFiles']>) {
  await (await chooser(page)).setFiles(...files)
}

async function chooser(page: Page) {
  const opened = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Välj filer' }).click()
  return opened
}

/** Drops a file from the computer, as the browser itself does it. */
async function drop(page: Page, place: Locator, file: string) {
  const box = await place.boundingBox()
  if (!box) throw new Error('there is no place to drop on')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const browser = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
}

/** Past the question whether the audit is registered already, where it is asked. */
async function asNew(page: Page) {
  const correcting = page.getByRole('heading', { level: 1, name: 'Rätta det som lästs in' })
  const known = page.getByRole('button', { name: 'Registrera som ny' })
  await expect(correcting.or(known)).toBeVisible()
  if (await known.isVisible()) await known.click()
  await expect(correcting).toBeVisible()
}

/** Nothing lies below what can be seen of the page. */
async function endsWithItsContent(page: Page) {
  const [height, content] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.querySelector('main')?.getBoundingClientRect().height ?? 0,
  ])
  expect(height).toBeLessThanOrEqual(Math.ceil(content))
}

const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

test.beforeEach(async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto('/granskningar/ny')
})

test('a report is read, looked through, corrected and saved', async ({ page }) => {
  test.slow()
  await axe(page)
  await fitsNarrow(page)
  await handIn(page, demoReport)
  await asNew(page)
  await expect(page.getByLabel('Titel', { exact: true }).first()).toHaveValue(/^Granskning av behörigheter/)
  await expect(page.getByLabel('Rapportens dag')).toHaveValue('2023-12-14')
  await expect(page.getByRole('region', { name: 'Adressater' }).getByLabel('Svar senast').first()).toHaveValue(
    '2024-02-29',
  )
  await expect(page.getByRole('button', { name: /^Samma som Arbetsmarknadsnämnden/ })).toBeVisible()
  await expect(page.getByLabel('Fråga 2.1, SN', { exact: true })).toHaveValue('partly')
  await expect(page.getByLabel('Text, som i rapporten')).toHaveCount(5)
  await axe(page)
  await fitsNarrow(page)
  await endsWithItsContent(page)

  await page.getByRole('link', { name: /^Rekommendation 3 har flera lydelser/ }).click()
  const third = page.getByRole('group', { name: 'Rekommendation 3' })
  await expect(third.getByText(/^Rekommendation 3 har flera lydelser/)).toBeInViewport()
  await third.getByRole('button', { name: 'Använd den här lydelsen' }).click()
  await expect(third.getByLabel('Text, som i rapporten')).toHaveValue(
    /efter en fastställd plan och dokumentera resultatet/,
  )
  await page.getByLabel('Fråga 4, SN', { exact: true }).selectOption('Ja')
  const title = `Behörigheter, inläst ${Date.now()}`
  await page.getByLabel('Titel', { exact: true }).first().fill(title)
  await page.getByRole('button', { name: 'Spara granskning' }).click()

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('row', { name: /^4 Följer nämnden upp/ })).toContainText('Ja')
  const third1 = page.getByRole('region', { name: 'Rekommendationer' }).getByRole('listitem').nth(2)
  await expect(third1.getByText(/^Genomför loggkontroller efter en fastställd plan/)).toBeVisible()
  await third1.getByText('1 annan lydelse i filerna').click()
  await expect(third1.getByText(/vad som kontrollerats och vad det visade/)).toBeVisible()
  await expect(page.getByRole('row', { name: /^Arbetsmarknadsnämnden/ }).first()).toContainText('2024-02-29')
  await axe(page)
})

test('a value leads to its line and a line to its field; what is to be looked over is walked by keyboard', async ({
  page,
}) => {
  test.slow()
  const stamp = Date.now()
  const report =
    `Granskning av älvens broar ${stamp}\n\nStoråns kommuns revisorer\n\n14 december 2023\n\n` +
    'Sammanfattning\n\nNordkajen Revision har på uppdrag av Storåns kommuns revisorer granskat socialnämnden.\n\n' +
    'Rekommendationer\n\nVi rekommenderar socialnämnden att:\n\n' +
    '• Räkna broarnas bultar varje vår.\n• Mät vattnet vid varje bro.\n• Redovisa mätningarna för nämnden.\n'
  const letter =
    'Följebrev\n\nStoråns kommuns revisorer\n\nDnr: REV-2023-00099\n\nTill: Socialnämnden\n\n' +
    'Revisorerna önskar svar från socialnämnden senast 2024-02-10.\n'
  const minutes =
    'Sammanträdesprotokoll\n\nSocialnämnden\n\nSammanträdesdatum: 2023-12-20\n\n§ 112 Revisionens granskning av broar\n\n' +
    'Socialnämnden beslutar att ge förvaltningen i uppdrag att ta fram ett förslag till svar. ' +
    'Svaret ska lämnas till revisorerna senast den 28 februari 2024.\n\nJusterandes sign\n'
  await handIn(page, [text('rapport.txt', report), text('missiv.txt', letter), text('protokoll.txt', minutes)])
  await asNew(page)
  const pane = page.getByRole('region', { name: 'Rapportens text' })
  const lineAtHand = pane.locator('[aria-current].line')

  await page.getByRole('button', { name: /^Visa Revisionens diarienummer i texten/ }).press('Enter')
  await expect(pane.getByRole('heading', { name: 'Fil 2: missiv.txt' })).toBeVisible()
  const mark = pane.getByRole('button', { name: /till fältet Revisionens diarienummer/ })
  await expect(mark).toBeFocused()
  await expect(lineAtHand).toHaveText(/Dnr:.*REV-2023-00099/)
  await mark.press('ArrowDown')
  await expect(mark).not.toBeFocused()
  await pane.getByRole('button', { name: /till fältet Rekommendation 2/ }).press('Enter')
  const second = page.getByRole('group', { name: 'Rekommendation 2' })
  await expect(second.getByLabel('Text, som i rapporten')).toBeFocused()
  await expect(lineAtHand).toHaveText(/Mät vattnet vid varje bro/)
  await axe(page)

  const steps = page.getByRole('group', { name: 'Gå igenom det som är att se över' })
  const due = 'Dagen för svar är 2024-02-28 på ett annat ställe. Rad 9 i fil 3.'
  const left = Number(/^(\d+) kvar/.exec((await steps.getByText(/kvar$/).textContent()) ?? '')?.[1])
  expect(left).toBeGreaterThan(1)
  const position = steps.getByRole('status')
  for (let at = 1; !(await position.textContent())?.includes(due) && at <= left; at++) {
    await page.keyboard.press('F8')
    await expect(position).toContainText(`Sak ${at} av ${left}`)
  }
  await expect(position).toContainText(due)
  await expect(page.getByRole('region', { name: 'Adressater' }).getByLabel('Svar senast')).toBeFocused()
  await expect(lineAtHand).toHaveText(/senast den 28 februari 2024/)
  await page.keyboard.press('F8')
  await expect(position).not.toContainText(due)
  await page.keyboard.press('Shift+F8')
  await expect(position).toContainText(due)

  const seen = page.getByRole('region', { name: 'Adressater' }).getByRole('checkbox', { name: `Sedd ${due}` })
  await seen.press('Space')
  await expect(seen).toBeChecked()
  await expect(steps.getByText(`${left - 1} kvar`)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: `Sedd ${due}`, checked: true })).toHaveCount(2)
  await axe(page)
  await fitsNarrow(page)
  const listed = page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('checkbox', { name: /^Sedd / })
  for (const box of await listed.all()) if (!(await box.isChecked())) await box.press('Space')
  await expect(steps.getByText('Allt är sett')).toBeVisible()
  await axe(page)
})

test('recommendations are merged and split by keyboard, undone, and saved as they stand', async ({ page }) => {
  test.slow()
  const stamp = Date.now()
  await handIn(page, [
    text(
      'rapport.txt',
      `Granskning av älvens färjor ${stamp}\n\nStoråns kommuns revisorer\n\n14 december 2023\n\n` +
        'Sammanfattning\n\nNordkajen Revision har på uppdrag av Storåns kommuns revisorer granskat socialnämnden.\n\n' +
        'Rekommendationer\n\nVi rekommenderar socialnämnden att:\n\n' +
        '• Räkna färjornas västar. Redovisa antalet.\n• Mät vattnet varje vecka.\n• Byt rep varje år.\n',
    ),
  ])
  await asNew(page)
  const row = (number: number) => page.getByRole('group', { name: `Rekommendation ${number}`, exact: true })
  const wording = (number: number) => row(number).getByLabel('Text, som i rapporten')
  const choose = async (number: number, act: string) => {
    await row(number)
      .getByRole('button', { name: /^Flytta, slå ihop/ })
      .press('Enter')
    await page.getByRole('menuitem', { name: act }).press('Enter')
  }
  const list = page.getByRole('region', { name: 'Rekommendationer' })
  await expect(wording(3)).toHaveValue('Byt rep varje år.')

  await choose(2, 'Slå ihop med rekommendation 3')
  await expect(wording(2)).toHaveValue('Mät vattnet varje vecka. Byt rep varje år.')
  await expect(wording(2)).toBeFocused()
  await expect(row(3)).toHaveCount(0)
  await expect(list.getByRole('status')).toHaveText('Rekommendation 2 och 3 är sammanslagna.')
  const pane = page.getByRole('region', { name: 'Rapportens text' })
  await expect(pane.getByRole('button', { name: /till fältet Rekommendation 2$/ })).toHaveCount(2)
  await axe(page)
  await row(2)
    .getByRole('button', { name: /^Ångra/ })
    .press('Enter')
  await expect(wording(3)).toHaveValue('Byt rep varje år.')
  await expect(wording(2)).toBeFocused()
  await expect(list.getByRole('status')).toHaveText('Ändringen är ångrad.')

  await choose(1, 'Dela i två')
  const dialog = page.getByRole('dialog', { name: 'Dela rekommendation 1' })
  await expect(dialog.getByRole('radio', { name: /Redovisa antalet/ })).toBeChecked()
  await axe(page)
  await page.keyboard.press('Enter')
  await expect(wording(2)).toHaveValue('Redovisa antalet.')
  await expect(wording(2)).toBeFocused()
  await expect(wording(4)).toHaveValue('Byt rep varje år.')
  await expect(row(2).getByRole('button', { name: /^Ångra/ })).toBeVisible()
  await axe(page)
  await fitsNarrow(page)
  await wording(2).fill('Redovisa antalet västar.')
  await expect(row(2).getByRole('button', { name: /^Ångra/ })).toHaveCount(0)

  await wording(3).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(11, 11))
  await choose(3, 'Dela i två')
  await expect(page.getByRole('radio', { name: /varje vecka.*Där markören stod i texten/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(row(5)).toHaveCount(0)
  await choose(4, 'Slå ihop med rekommendation 3')
  const title = `Färjor ${stamp}`
  await page.getByLabel('Titel', { exact: true }).first().fill(title)
  await page.getByRole('button', { name: 'Spara granskning' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const saved = page.getByRole('region', { name: 'Rekommendationer' }).getByRole('listitem')
  await expect(saved).toHaveCount(3)
  await expect(saved.nth(1)).toContainText('Redovisa antalet västar.')
  await expect(saved.nth(2)).toContainText('Mät vattnet varje vecka. Byt rep varje år.')
})

test('a report that is registered already is found, and its file joins the audit', async ({ page, browser }) => {
  const find = async (reader: Page) => {
    await handIn(reader, demoReport)
    await expect(reader.getByRole('heading', { level: 1, name: 'Granskningen finns kanske redan' })).toBeVisible()
    return reader.getByRole('row', { name: /^Granskning av behörigheter och loggkontroll.*2023-12-14/ })
  }
  await expect(await find(page)).toContainText('revisorerna lägger till filer')
  await axe(page)
  await fitsNarrow(page)

  const auditor = await pageOf(browser, 'auditor', '/granskningar/ny')
  const known = await find(auditor)
  await known.getByRole('button', { name: /^Lägg filerna till Granskning av behörigheter/ }).click()
  await expect(auditor.getByRole('heading', { level: 1, name: /^Granskning av behörigheter/ })).toBeVisible()
  const papers = auditor.getByRole('region', { name: 'Bilagor' })
  await expect(papers.getByText('behorigheter-och-loggkontroll.txt').first()).toBeVisible()
  await auditor.close()
})

test('a file is dropped, and what is read is not left without a question', async ({ page }, testInfo) => {
  const report = testInfo.outputPath('rapport.txt')
  writeFileSync(
    report,
    'Granskning av nycklar\n\nVi rekommenderar kulturnämnden att:\n• Räkna nycklarna varje månad.\n',
  )
  await drop(page, page.getByText('Släpp rapporten här'), report)
  await asNew(page)
  await expect(page.getByText(/hittades inte i texten/).first()).toBeVisible()
  await axe(page)

  await page.getByRole('link', { name: 'Start', exact: true }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rätta det som lästs in' })).toBeVisible()
  await page.getByRole('button', { name: 'Läs in andra filer' }).click()
  await question.getByRole('button', { name: 'Läs in andra filer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Registrera granskning' })).toBeVisible()
})

test('a committee that the organization lacks is added in the same step, or said to be one that it has', async ({
  page,
}) => {
  const stamp = Date.now()
  const name = `Älvdalsnämnden ${stamp}`
  await handIn(page, [
    text(
      'rapport.txt',
      `Granskning av älvens stränder ${stamp}\n\nStoråns kommuns revisorer\n\n14 december 2023\n\nNordkajen Revision\n\n` +
        'Sammanfattning\n\nNordkajen Revision har på uppdrag av Storåns kommuns revisorer granskat strandnämnden (STN).\n\n' +
        'Rekommendationer\n\nVi rekommenderar strandnämnden att:\n\n• Mät vattnet varje vecka.\n• Redovisa mätningarna för nämnden.\n',
    ),
  ])
  await asNew(page)
  const committees = page.getByRole('region', { name: 'Nämnder' })
  const row = committees.getByRole('group').first()
  await expect(row.getByRole('button', { name: /^Lägg till som ny/ })).toBeVisible()
  await row.getByLabel('Namn').fill(name)
  await row.getByLabel('Förkortning').fill('')
  await page.getByLabel('Titel', { exact: true }).first().fill(`Stränder ${stamp}`)
  await axe(page)
  await row.getByRole('button', { name: /^Lägg till som ny/ }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Samma som Kommunstyrelsen' }).click()
  await expect(row.getByLabel('Namn')).toHaveCount(0)
  await row.getByRole('button', { name: /^Samma som Kommunstyrelsen/ }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Lägg till som ny' }).click()
  await row.getByLabel('Namn').fill(name)
  await row.getByLabel('Förkortning').fill('')
  await page.getByRole('button', { name: 'Spara granskning' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Stränder ${stamp}` })).toBeVisible()
  await expect(page.getByText(`Till ${name}`).first()).toBeVisible()
})

test('a committee by another name is suggested, the file is kept, and the same report a second time joins the audit', async ({
  page,
}) => {
  test.slow()
  const title = `Granskning av kajernas pollare ${Date.now()}`
  const report = text(
    'pollare.txt',
    `${title}\n\nStoråns kommuns revisorer\n\n14 december 2023\n\nSammanfattning\n\n` +
      'Nordkajen Revision har på uppdrag av Storåns kommuns revisorer granskat arbetsmarknads- och vuxenutbildningsnämnden.\n\n' +
      'Rekommendationer\n\nVi rekommenderar arbetsmarknads- och vuxenutbildningsnämnden att:\n\n• Måla pollarna.\n',
  )
  await handIn(page, [report])
  await asNew(page)
  const row = page.getByRole('region', { name: 'Nämnder' }).getByRole('group').first()
  await expect(row.getByRole('button', { name: /^Lägg till som ny/ })).toBeVisible()
  await axe(page)
  await fitsNarrow(page)
  await row.getByRole('button', { name: 'Det är samma som Arbetsmarknadsnämnden' }).press('Enter')
  await expect(row.getByRole('button', { name: /^Samma som Arbetsmarknadsnämnden/ })).toBeFocused()
  await expect(row.getByRole('button', { name: /^Det är samma/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Spara granskning' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const papers = page.getByRole('region', { name: 'Bilagor' })
  await expect(papers.getByText('pollare.txt')).toHaveCount(1)

  await page.goto('/granskningar/ny')
  await handIn(page, [{ ...report, name: 'pollare, slutlig.txt' }])
  await page.getByRole('button', { name: `Lägg filerna till ${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(papers.getByText('pollare, slutlig.txt')).toBeVisible()
})

test('a file that cannot be read says why and what to do, and can be tried again', async ({ page }) => {
  test.slow()
  await handIn(page, [{ name: 'rapport.txt', mimeType: 'text/plain', buffer: Buffer.from('%PDF-1.7\n\0\u0001\u0002') }])
  const alert = page.getByRole('main').getByRole('alert')
  const once = { timeout: 50_000 } // the first PDF that a machine reads compiles its reader
  await expect(alert).toContainText('Filen går inte att läsa', once)
  await axe(page)
  await alert.getByRole('button', { name: 'Försök igen' }).click()
  await expect(alert).toContainText('Filen går inte att läsa')

  await handIn(page, [text('tom.txt', ' \n ')])
  await expect(alert).toContainText('innehåller')
  await page.getByRole('link', { name: 'Skriv in för hand' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Skriv in granskning' })).toBeVisible()
})

test('while it reads one sees what, and can stop', async ({ page }) => {
  let answer = () => undefined as void
  await page.route('**/api/v1/readings*', async (route) => {
    await new Promise<void>((resolve) => (answer = resolve))
    await route.abort()
  })
  await handIn(page, demoReport)
  await expect(page.getByRole('progressbar', { name: 'Läser behorigheter-och-loggkontroll.txt' })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Avbryt läsningen' }).click()
  await expect(page.getByRole('button', { name: 'Välj filer' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  answer()
})

test('a real report: four committees, four questions, sixteen grades, five recommendations', async ({ page }) => {
  test.skip(!existsSync(cases), `the real case is not beside the project: ${cases}`)
  const report = readdirSync(cases).find((name) => name.startsWith('000') && name.endsWith('.txt')) ?? ''
  await handIn(page, join(cases, report))
  await expect(page.getByRole('heading', { level: 1, name: 'Rätta det som lästs in' })).toBeVisible()
  const committees = page.getByRole('region', { name: 'Nämnder' })
  await expect(committees.getByRole('checkbox', { name: 'Granskas', checked: true })).toHaveCount(4)
  await expect(page.getByRole('region', { name: 'Revisionsfrågor' }).getByRole('group')).toHaveCount(4)
  const grades = page.getByRole('region', { name: 'Bedömning', exact: true }).getByRole('combobox')
  await expect(grades).toHaveCount(16)
  expect(await grades.evaluateAll((cells) => cells.filter((cell) => (cell as HTMLSelectElement).value).length)).toBe(16)
  await expect(page.getByLabel('Text, som i rapporten')).toHaveCount(5)
  await axe(page)

  const added = await committees.getByRole('button', { name: /^Lägg till som ny/ }).count()
  expect(added).toBeGreaterThan(0)
  const title = `Verklig rapport ${Date.now()}`
  await page.getByLabel('Titel', { exact: true }).first().fill(title)
  await page.getByRole('button', { name: 'Spara granskning' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Rekommendationer' }).getByRole('listitem')).toHaveCount(5)
})
