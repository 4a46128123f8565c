import assert from 'node:assert/strict'
import { test } from 'node:test'
import { release, setMode } from '../moderate.ts'
import { publish } from '../take-part.ts'
import { openSite } from './visitor.ts'

const { visit } = openSite(async (world) => {
  const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  await setMode(world, salome, 'before')
  await release(world, maud, await publish(world, await world.person({ name: 'Nour' })))
})

test('where a page is read from right to left, the days under the drawing go as time does in it', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await page.goto('/fr/reports/petite-loi/moderation')
  await page.locator('html').evaluate((root) => root.setAttribute('dir', 'rtl'))
  const across = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? NaN
  const latest = await across('.plot:not(.swatch) .median')
  const earliest = await page.locator('.plot:not(.swatch) .none').first().boundingBox()
  assert.ok((earliest?.x ?? NaN) < latest, 'time is drawn from left to right')
  assert.ok(
    (await across('.plot-days span:first-child')) < (await across('.plot-days span:last-child')),
  )
})
