// A check performed by whom it is given to, with a random draw and a deviation, which becomes a risk of next year's draft.
import { axe, expect, fitsNarrow, signIn, test } from './fixture'

const list = ['Anställning\tSlutade', ...Array.from({ length: 30 }, (_, row) => `A-${1100 + row}\t2024-08-31`)].join(
  '\n',
)

test('a check is drawn, performed and found wanting, and next year has a risk of it', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'contributor')
  await page.goto('/')
  await test.step('it waits on the start page, and among one’s own', async () => {
    await expect(page.getByRole('link', { name: /Utför kontrollen/ }).first()).toBeVisible()
    await page.getByRole('link', { name: 'Mina kontroller' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mina kontroller')
    await axe(page)
    await page
      .getByRole('table')
      .getByRole('link', { name: /^K\d+ Avslutade/ })
      .last()
      .click()
  })

  await test.step('rows are drawn and looked at, and the deviations counted', async () => {
    await page.getByRole('button', { name: 'Dra stickprov' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Klistra in rader').fill(list)
    await dialog.getByLabel('Antal att dra').fill('4')
    await expect(dialog.getByLabel('Startvärde')).toHaveValue(/^\d{8}-K\d+-\d{4}$/)
    await axe(page)
    await dialog.getByRole('button', { name: 'Dra stickprov' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Dragna rader, 4 av 30' })).toBeVisible()
    const results = page.getByRole('group', { name: /^Resultat för rad/ })
    await results.nth(0).getByRole('button', { name: 'Avviker' }).click()
    for (const row of [1, 2, 3]) await results.nth(row).getByRole('button', { name: 'Stämmer' }).click()
    await expect(page.getByLabel('Avvikelser', { exact: false }).first()).toHaveValue('1')
    await expect(page.getByText('Förslag: väsentlig avvikelse')).toBeVisible()
    await axe(page)
    await fitsNarrow(page)
  })

  await test.step('the person decides, and notes the deviation', async () => {
    await page.getByRole('button', { name: 'Slutför kontrollen' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Din bedömning')
    await page.getByRole('radio', { name: 'Väsentlig avvikelse' }).check({ force: true })
    await page.getByRole('button', { name: 'Slutför kontrollen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Notera kontrollavvikelse' })
    await dialog.getByLabel('Vad avviker?').fill('Ett konto var öppet efter sista dagen')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Utförd av/)).toBeVisible()
    await axe(page)
  })

  await test.step('the controller makes it a risk of next year’s draft', async () => {
    const theirs = await (await browser.newContext({ baseURL: process.env.UPPSIKT_URL, locale: 'sv-SE' })).newPage()
    await signIn(theirs, 'controller')
    await theirs.goto('/kontrollavvikelser')
    await theirs.getByRole('link', { name: /Ett konto var öppet efter sista dagen/ }).click()
    await expect(theirs.getByRole('button', { name: 'Gör till risk' })).toBeVisible()
    await axe(theirs)
    await theirs.getByRole('button', { name: 'Gör till risk' }).click()
    const dialog = theirs.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Gör till risk' }).click()
    await expect(dialog).toBeHidden()
    await expect(theirs.getByRole('link', { name: /^R\d+ i planen för \d{4}: Ett konto var öppet/ })).toBeVisible()
    await fitsNarrow(theirs)
    await theirs.context().close()
  })
})
