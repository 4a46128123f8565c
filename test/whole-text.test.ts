import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { listEditionBlocks, requireEdition, type PlacedBlock } from '../src/reports/index.ts'
import { longText, publishFile } from './publish-file.ts'
import { serveFromMemory, wordsOf, type Served } from './served.ts'
import { sharedData } from './shared-data.ts'
import { publish } from './take-part.ts'
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

const brotli = { 'Accept-Encoding': 'br' }
const here = '/fr/reports/petite-loi'

function find(blocks: readonly PlacedBlock[], words: string): PlacedBlock {
  const block = blocks.find(({ text }) => text.includes(words))
  assert.ok(block, words)
  return block
}

test('the whole text has every passage under its id, with what is counted beside it, and is kept', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const iris = await world.person({ name: 'Iris' })
  const path = `${here}/passages/${block.id}/contributions`
  await publish(world, iris, { path, body: 'Une remarque.' })
  const { edition } = await requireEdition(world.db, 'petite-loi', 'latest')
  for (const base of [here, `${here}/editions/1`]) {
    const page = wordsOf(await served.get(`${base}/whole`, brotli))
    for (const { id } of await listEditionBlocks(world.db, edition.id)) {
      assert.ok(page.includes(`id="${id}"`) && page.includes(`/passages/${id}"`), id)
    }
    assert.equal(page.match(/<h1[ >]/g)?.length, 1)
    assert.match(page, /<span class="in-words">1 contribution</)
    served.rendered.length = 0
    await served.get(`${base}/whole`, brotli)
    assert.deepEqual(served.rendered, [])
  }
  assert.equal((await served.get(`${here}/editions/9/whole`)).status, 404)
  assert.equal((await served.get('/fr/reports/autre/whole')).status, 404)
})

test('its size is said where it is offered, before it is sent', async () => {
  const part = await world.blockWith('Clarté des services publics')
  const { bytes } = await served.get(`${here}/whole`, brotli)
  for (const path of ['', '/editions/1', `/part/${part.id}`]) {
    const page = wordsOf(await served.get(here + path, brotli))
    const said = /href="[^"]*\/whole">[^<]*?(\d+)\sko</.exec(page)?.[1]
    const difference = Math.abs(Number(said) - bytes.length / 1000)
    assert.ok(difference < 1.5, `${path} says ${said}, sent ${bytes.length}`)
  }
})

test('a part that is too long leads to its chapters, which are read one after the other', async () => {
  const blocks = await publishFile(world, 'long', longText())
  const base = '/fr/reports/long'
  const [part, premier, second, suite] = ['Partie', 'Premier', 'Second', 'Suite'].map((words) =>
    find(blocks, words),
  )
  assert.ok(part && premier && second && suite)
  const page = wordsOf(await served.get(`${base}/part/${part.id}`))
  assert.match(page, /Des mots avant/)
  assert.doesNotMatch(page, /mot mot/)
  assert.match(page, new RegExp(`part/${premier.id}"[^]*9\\s004\\smots, 39\\sminutes`))
  const order = [part, premier, second, suite]
  for (const [at, { id }] of order.entries()) {
    const shown = wordsOf(await served.get(`${base}/part/${id}`))
    const next = /<a rel="next" href="[^"]*\/part\/(\w+)"/.exec(shown)?.[1]
    const previous = /<a rel="prev" href="[^"]*\/part\/(\w+)"/.exec(shown)?.[1]
    assert.deepEqual([previous, next], [order[at - 1]?.id, order[at + 1]?.id])
  }
  const inside = find(blocks, 'Des mots dedans')
  const passage = wordsOf(await served.get(`${base}/passages/${inside.id}`))
  assert.ok(passage.includes(`href="${base}/part/${premier.id}#${inside.id}"`))
})

const realBill = sharedData('republique-numerique/bill.html')

test(
  'a real bill is sent whole and offline within what is allowed',
  { skip: realBill === null && 'needs SHARED_DATA' },
  async () => {
    const bytes = await readFile(realBill ?? '')
    await publishFile(world, 'bill', { name: 'bill.html', bytes })
    const whole = await served.get('/fr/reports/bill/whole', brotli)
    assert.ok(whole.bytes.length < 250_000, `${whole.bytes.length}`)
    const offline = await served.get('/fr/reports/bill/editions/1.html.zip')
    assert.ok(offline.bytes.length < 1_000_000, `${offline.bytes.length}`)
  },
)
