import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { findContribution } from '../../src/contributions/index.ts'
import { blockIn, publishWords, wordsPath } from './words-report.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite(publishWords)

const opener = 'Choisir des mots dans le passage'

/** In the field that is open, with the arrows alone, as in any field. */
async function selectByKeys(page: Page, text: string, words: string, from = 0): Promise<void> {
  const start = text.indexOf(words, from)
  await page.keyboard.press('Control+Home')
  for (let at = 0; at < start; at += 1) await page.keyboard.press('ArrowRight')
  for (let at = 0; at < words.length; at += 1) await page.keyboard.press('Shift+ArrowRight')
}

async function openByKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: opener }).focus()
  await page.keyboard.press('Enter')
  assert.ok(await page.locator('#passage-words').evaluate((it) => it.matches(':focus')))
}

test('words are chosen by keys on the form, and spoken of where they stand', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  const { id, text } = await blockIn(world(), 'La liste est')
  await page.goto(`${wordsPath}/passages/${id}/contribution?kind=remark`)
  await page.locator('.choose-part summary').click()
  await openByKeys(page)
  await selectByKeys(page, text, 'la liste', 30)
  await page.locator('output', { hasText: /Choisi\s: «\sla liste\s» \(mots\s: 2\)/ }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('#words').inputValue(), 'la liste')
  assert.ok(await page.getByRole('button', { name: opener }).evaluate((it) => it.matches(':focus')))
  await page.locator('#body').fill('Celle-ci.')
  await page.locator('button[value=preview]').click()
  await page.locator('button[value=publish]').click()
  await page.waitForURL(/receipt$/)
  const [, number] = /contributions\/(\d+)\//.exec(page.url()) ?? []
  const contribution = await findContribution(world().db, Number(number))
  assert.equal(contribution?.passage?.start, text.lastIndexOf('la liste'))
})

test('other words typed afterwards forget which of the places was meant', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  const { id, text } = await blockIn(world(), 'La liste est')
  await page.goto(`${wordsPath}/passages/${id}/contribution?kind=remark`)
  await page.locator('.choose-part summary').click()
  await openByKeys(page)
  await selectByKeys(page, text, 'la liste', 30)
  await page.getByRole('button', { name: 'Prendre ces mots' }).click()
  assert.equal(await page.locator('[name=occurrence]').inputValue(), '2')
  await page.locator('#words').fill('liste')
  assert.equal(await page.locator('[name=occurrence]').count(), 0)
})

test('nothing can be written into the passage', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  const { id, text } = await blockIn(world(), 'La liste est')
  await page.goto(`${wordsPath}/passages/${id}`)
  await openByKeys(page)
  await page.keyboard.type('x')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+X')
  await page.keyboard.press('Backspace')
  assert.equal(await page.locator('#passage-words').inputValue(), text)
})

test('from a passage, words chosen by keys lead to its forms', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  const { id, text } = await blockIn(world(), 'La liste est')
  await page.goto(`${wordsPath}/passages/${id}`)
  await openByKeys(page)
  await selectByKeys(page, text, 'la liste', 30)
  const comment = page.getByRole('link', { name: 'Commenter ces mots' })
  await comment.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/contribution\?words=la\+liste&occurrence=2$/)
  assert.equal(await page.locator('main mark').innerText(), 'la liste')
  await page.getByRole('link', { name: 'Question', exact: true }).click()
  await page.locator('#words').waitFor()
  assert.equal(await page.locator('#words').inputValue(), 'la liste')
  assert.ok(await page.locator('[name=occurrence][value="2"]').isChecked())
})

test('an amendment is of the sentences that the chosen words stand in', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  const { id, text } = await blockIn(world(), 'La liste est')
  await page.goto(`${wordsPath}/passages/${id}`)
  await openByKeys(page)
  await selectByKeys(page, text, 'liste. Elle')
  await page.getByRole('link', { name: 'Proposer une autre rédaction' }).click()
  await page.locator('#wording').waitFor()
  assert.equal(await page.locator('#wording').inputValue(), 'La liste est la liste. Elle suffit.')
})

test('what Escape closes gives the focus back, and with no script there is no dead button', async (t) => {
  const page = await visit(t, {})
  const plain = await visit(t, { script: false })
  if (!page || !plain) return
  const { id } = await blockIn(world(), 'Demande')
  await page.goto(`${wordsPath}/passages/${id}`)
  await openByKeys(page)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('#passage-words').isVisible(), false)
  assert.ok(await page.getByRole('button', { name: opener }).evaluate((it) => it.matches(':focus')))
  await plain.goto(`${wordsPath}/passages/${id}`)
  assert.equal(await plain.getByRole('button', { name: opener }).isVisible(), false)
  assert.equal(await plain.locator('#passage-words').isVisible(), false)
})
