import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { auditPage } from './audit.ts'
import { dragOver, holdWords } from './select-text.ts'
import { openSite } from './visitor.ts'
import { blockIn, publishWords, wordsPath } from './words-report.ts'

const { visit, world } = openSite(publishWords)

const tools = '.selected-words'

/** The page's source. */
async function openPart(page: Page): Promise<string> {
  const { id } = await blockIn(world(), 'Où l’on choisit')
  const response = await page.goto(`${wordsPath}/part/${id}`)
  return response?.text() ?? ''
}

/** What the link « Commenter ces mots » takes along. */
async function wordsLedTo(
  page: Page,
): Promise<{ path: string; words: string | null; occurrence: string | null }> {
  const link = page.locator(`${tools} a`).first()
  await link.waitFor()
  const { pathname, searchParams } = new URL(await untilStill(page, link), page.url())
  return {
    path: pathname,
    words: searchParams.get('words'),
    occurrence: searchParams.get('occurrence'),
  }
}

/** What is offered while the words are still being selected is offered anew once they are. */
async function untilStill(page: Page, link: Locator): Promise<string> {
  let before = ''
  for (;;) {
    const href = (await link.getAttribute('href')) ?? ''
    if (href === before) return href
    before = href
    await page.waitForTimeout(500)
  }
}

const cases = [
  {
    what: 'across a link',
    of: 'La liste est',
    words: 'et la liste est',
    occurrence: 1,
    meant: null,
  },
  { what: 'that come again', of: 'La liste est', words: 'la liste', occurrence: 2, meant: '2' },
  {
    what: 'that end within an emphasis',
    of: 'La liste est',
    words: 'est gra',
    occurrence: 1,
    meant: null,
  },
  {
    what: 'around a note’s number',
    of: 'La liste est',
    words: 'gratuite1.',
    occurrence: 1,
    meant: null,
  },
  { what: 'after a line’s end', of: 'La liste est', words: 'La liste', occurrence: 2, meant: '2' },
  { what: 'of a cell', of: 'Demande', words: '3 mois', occurrence: 2, meant: '2' },
  { what: 'of an item', of: 'Un mot seul', words: 'mot', occurrence: 1, meant: null },
]

for (const { what, of, words, occurrence, meant } of cases) {
  test(`words ${what} that a mouse goes over lead to their form`, async (t) => {
    const page = await visit(t, {})
    if (!page) return
    await openPart(page)
    const { id } = await blockIn(world(), of)
    await dragOver(page, { within: `[id="${id}"]`, words, occurrence })
    assert.deepEqual(await wordsLedTo(page), {
      path: `${wordsPath}/passages/${id}/contribution`,
      words,
      occurrence: meant,
    })
  })
}

test('a row that is selected across its cells is named as it is kept', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await openPart(page)
  const { id } = await blockIn(world(), 'Demande')
  await dragOver(page, { within: `[id="${id}"]`, words: 'Écrite3', occurrence: 1 })
  assert.equal((await wordsLedTo(page)).words, 'Écrite\t3')
})

test('the links are reached by keys behind the words, and Escape closes them', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  await openPart(page)
  const { id } = await blockIn(world(), 'Une dernière phrase')
  await dragOver(page, { within: `[id="${id}"]`, words: 'dernière', occurrence: 1 })
  await page.locator(tools).waitFor()
  await page
    .locator('output', { hasText: 'Vous pouvez commenter ces mots' })
    .waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  assert.equal(await page.locator(tools).count(), 0)
  await dragOver(page, { within: `[id="${id}"]`, words: 'dernière', occurrence: 1 })
  await page.locator(tools).waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Commenter ces mots')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#wording').waitFor()
  assert.equal(await page.locator('#wording').inputValue(), 'Une dernière phrase.')
})

test('words that a finger holds can be commented on at 320 px', async (t) => {
  const page = await visit(t, { width: 320, touch: true })
  if (!page) return
  const html = await openPart(page)
  const { id } = await blockIn(world(), 'Une dernière phrase')
  await holdWords(page, { within: `[id="${id}"]`, words: 'dernière', occurrence: 1 })
  assert.equal((await wordsLedTo(page)).words, 'dernière')
  const box = await page.locator(tools).boundingBox()
  assert.ok(box && box.x >= 0 && box.x + box.width <= 320, 'it is within the screen')
  assert.deepEqual(await auditPage(page, html), [])
  await page.locator(`${tools} a`).first().tap()
  await page.waitForURL(/sign-in\?return=/)
})

test('words of two passages are offered nothing, and those of the next one again', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await openPart(page)
  const { id } = await blockIn(world(), 'La liste est')
  await dragOver(page, { within: '.reading', words: 'suffit.¶Un mot', occurrence: 1 })
  await page.waitForTimeout(500)
  assert.equal(await page.locator(tools).count(), 0)
  await dragOver(page, { within: `[id="${id}"]`, words: 'Elle', occurrence: 1 })
  await page.locator(tools).waitFor()
})
