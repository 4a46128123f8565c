import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { reportPath } from '../take-part.ts'
import { previewAmendment } from './page-acts.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite()

const live = '[data-behaviour=live-redline]'

/** An amendment's form, with the sentences of the block that are to be rewritten. */
async function openAmendment(page: Page, words: string, sentence: number): Promise<void> {
  const { id } = await world().blockWith(words)
  await page.goto(`${reportPath}/passages/${id}/amendment?sentence=${sentence}`)
}

const cases = [
  {
    what: 'of a sentence',
    words: 'Chaque commune publie',
    sentence: 2,
    wording: 'Elle la met à jour <chaque> trimestre, et le dit.',
    said: /ajoutés\s: \d+\. Mots supprimés\s: \d+/,
  },
  {
    what: 'of a table’s row',
    words: 'Demande',
    sentence: 2,
    wording: 'Écrite | 2 mois',
    said: /ajoutés\s: \d+\. Mots supprimés\s: \d+/,
  },
]

for (const { what, words, sentence, wording, said } of cases) {
  test(`the redline follows the wording ${what} as it is typed, and is that of the preview`, async (t) => {
    const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
    if (!page) return
    await openAmendment(page, words, sentence)
    assert.equal(await page.locator(live).isVisible(), false, 'nothing has changed yet')
    await page.locator('#wording').fill(wording)
    await page.locator(`${live} ins`).first().waitFor()
    const shown = await page.locator(`${live} .redline`).innerHTML()
    await page.locator(`${live} output`, { hasText: said }).waitFor()
    await previewAmendment(page, wording)
    assert.equal(await page.locator('.preview .redline').innerHTML(), shown)
    assert.equal(await page.locator(live).isVisible(), false, 'the preview says it already')
  })
}

test('a draft that is gone on with shows its redline at once', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Iris' }) })
  if (!page) return
  await openAmendment(page, 'Chaque commune publie', 2)
  await page.locator('#wording').fill('Elle la met à jour chaque mois.')
  await page.locator('button[value=draft]').click()
  await page.waitForURL(/draft=/)
  assert.match(await page.locator(`${live} ins`).innerText(), /mois/)
})

test('with no script the room for the live redline stays away', async (t) => {
  const page = await visit(t, { script: false, as: await world().person({ name: 'Nour' }) })
  if (!page) return
  await openAmendment(page, 'Chaque commune publie', 2)
  assert.equal(await page.locator(live).isVisible(), false)
})
