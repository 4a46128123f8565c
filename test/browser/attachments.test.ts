import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { jpeg, pdf } from '../attach.ts'
import { reportPath } from '../take-part.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite()

const manners = {
  'with no script': { script: false, width: 1280 },
  'with script, at 320 px': { script: true, width: 320 },
} as const

for (const [how, manner] of Object.entries(manners)) {
  test(`somebody attaches a picture and a study, describes, orders and publishes them, ${how}`, async (t) => {
    const nour = await world().person({ name: `Nour ${how}` })
    const page = await visit(t, { ...manner, as: nour })
    if (!page) return
    await page.goto(`${reportPath}/contribution?kind=remark`)
    await page.locator('#body').fill('Voyez la place.')
    await addFiles(page, manner.width)
    await page.getByRole('button', { name: 'Relire avant de publier' }).click()
    const missing = page.getByRole('link', { name: /Dites ce que montre/ })
    await missing.click()
    await page.getByLabel('Ce que montre l’image 1').fill('Une place, vide le matin')
    await page.getByRole('button', { name: 'Monter le fichier 2' }).click()
    await page.getByLabel('Nom du fichier 1').and(page.locator('[value="Une étude.pdf"]')).waitFor()
    // The Enter key looks at it again, and does not arrange files.
    await page.getByLabel('Nom du fichier 1').press('Enter')
    await page.locator('.preview img[alt="Une place, vide le matin"]').waitFor()
    // What was typed is kept by the server: nothing is offered from the browser.
    assert.equal(await page.locator('.unsent').count(), 0)
    await page.getByRole('button', { name: 'Publier la remarque' }).click()
    await page.waitForURL(/receipt/)
    await page.goto(page.url().replace(/\/receipt.*/, ''))
    const picture = page.locator('figure.attachment img')
    await picture.scrollIntoViewIfNeeded()
    const shown = "document.querySelector('figure.attachment img')"
    await page.waitForFunction(`${shown}.complete && ${shown}.naturalWidth > 0`)
    assert.equal(await page.evaluate(`${shown}.naturalWidth`), 1600)
    const [first, second] = await page.locator('.attachments a').allTextContents()
    assert.deepEqual([first, second], ['Une étude.pdf', 'Une place.jpg'])
  })
}

async function addFiles(page: Page, width: number): Promise<void> {
  await page.locator('.attach summary').click()
  await page.locator('#file').setInputFiles([
    {
      name: 'Une place.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await jpeg(1700, width)),
    },
    { name: 'Une étude.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf()) },
  ])
  await page.getByRole('button', { name: 'Ajouter ces fichiers' }).click()
  await page.locator('.attached').waitFor({ timeout: 60_000 })
}
