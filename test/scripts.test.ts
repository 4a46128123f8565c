import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bundleScripts, describeTooLarge, weigh } from '../src/platform/http/scripts.ts'
import { serveFromMemory, type Served } from './served.ts'
import { reportPath } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let served: Served
before(async () => {
  world = await openWorld()
  served = await serveFromMemory(world)
})
after(async () => {
  await served.close()
  await world.close()
})

test('what a page brings along for script is small: 15 kB for reading, 30 kB for contributing', () => {
  const bundled = bundleScripts()
  assert.equal(describeTooLarge(bundled), '')
  assert.ok(weigh(bundled.reading) <= 15_000)
  assert.ok(weigh(bundled.contributing) <= 30_000)
  const bulky = { ...bundled, reading: crypto.getRandomValues(new Uint8Array(15_001)) }
  assert.match(describeTooLarge(bulky), /^reading\.js: 15\d+ bytes, 15000 at most$/)
})

test('a passage brings one script, by the hash of what it holds, to be kept for ever', async () => {
  const { id } = await world.blockWith('Chaque commune publie')
  const page = await (await world.get(`${reportPath}/passages/${id}`)).text()
  const scripts = [...page.matchAll(/<script\b[^>]*>[^<]*<\/script>/g)].map(([script]) => script)
  assert.equal(scripts.length, 1)
  const [, address = ''] =
    /^<script type="module" src="([^"]+)"><\/script>$/.exec(scripts[0] ?? '') ?? []
  assert.match(address, /^\/assets\/[0-9a-f]{12}-reading\.js$/)
  const script = await served.get(address, { 'Accept-Encoding': 'br' })
  assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8')
  assert.equal(script.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(script.headers['content-encoding'], 'br')
})

test('a page that is read brings four things at most: itself, its sheet, its icon and its script', async () => {
  const part = await world.blockWith('Clarté des services publics')
  const page = await (await world.get(`${reportPath}/part/${part.id}`)).text()
  const brought = page.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="([^"]+)"/g)
  assert.ok([...brought].length <= 3)
})

test('no source of the browser code is served', async () => {
  for (const path of [
    '/assets/reading.js',
    '/assets/reading.ts',
    '/src/reports/browser/reading.ts',
  ])
    assert.equal((await world.get(path)).status, 404)
})
