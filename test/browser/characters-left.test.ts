import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportPath } from '../take-part.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite()

test('how many characters are left is said near the limit only, and then how many are too many', async (t) => {
  const page = await visit(t, { as: await world().person({ name: 'Nour' }) })
  if (!page) return
  await page.goto(`${reportPath}/contribution?kind=source`)
  const left = page.locator('output[for=title]')
  assert.equal(await left.innerText(), '')
  await page.locator('#title').fill(' x'.repeat(95))
  await page.locator('output[for=title]', { hasText: /^Caractères restants\s: 11$/ }).waitFor()
  await page.locator('#title').fill('x'.repeat(205))
  await page.locator('output[for=title]', { hasText: /^Caractères en trop\s: 5$/ }).waitFor()
  await page.locator('#title').fill('x'.repeat(100))
  await page.locator('output[for=title]', { hasText: /^$/ }).waitFor({ state: 'attached' })
})
