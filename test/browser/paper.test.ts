import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishFile } from '../publish-file.ts'
import { openSite } from './visitor.ts'

const long = '12345678901234567890'

const source = [
  '# Un rapport',
  'Premier.',
  'Deuxième.',
  'Troisième.',
  'Quatrième.',
  '## Partie',
  `| Poste | Annoncé | Constaté |\n|---|---|---|\n| A | ${long} | ${long} |\n| B | 0 | 1,5 |`,
].join('\n\n')

const { visit } = openSite(async (world) => {
  await publishFile(world, 'papier', { name: 'papier.md', bytes: Buffer.from(source) })
})

test('on paper, what is folded is open, and nothing asks to be pressed', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await page.goto('/fr/reports/papier')
  const folded = page.getByText('Quatrième.', { exact: true })
  const asking = ['Lire la suite', 'Prendre part', 'Télécharger', 'Toute l’édition'].map((words) =>
    page.getByText(words).first(),
  )
  assert.equal(await folded.isVisible(), false)
  for (const one of asking) assert.equal(await one.isVisible(), true)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await folded.isVisible(), true)
  for (const one of asking) assert.equal(await one.isVisible(), false)
})

test('at 320 px a table breaks no number, reads amounts down, and what is said of it is not cut', async (t) => {
  const page = await visit(t, { width: 320 })
  if (!page) return
  await page.goto('/fr/reports/papier')
  await page.getByRole('link', { name: 'Partie' }).first().click()
  const amounts = page.locator('td.amount')
  assert.deepEqual(await amounts.allInnerTexts(), [long, long, '0', '1,5'])
  const heightOf = async (at: number) => (await amounts.nth(at).boundingBox())?.height ?? NaN
  assert.ok((await heightOf(0)) < 1.5 * (await heightOf(2)), 'a long number has one line as well')
  const styleOf = (element: string, property: string) =>
    page.evaluate(`getComputedStyle(document.querySelector("${element}")).${property}`)
  assert.equal(await styleOf('td.amount', 'textAlign'), 'end')
  // What stands in the gutter beside it reaches out of it.
  assert.equal(await styleOf('div.block.table', 'overflowX'), 'visible')
})
