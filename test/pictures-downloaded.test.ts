import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { reportScope } from '../src/permissions.ts'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { findReport } from '../src/reports/index.ts'
import { addressOf, dataUri, figure, png } from './picture-files.ts'
import { readInto } from './read-again.ts'
import { accept, previewOf } from './send-file.ts'
import { reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, origin, type World } from './world.ts'

let world: World
let salome: Somebody
before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const workshop = '/fr/workshop/reports/petite-loi'
const shown = png(8, 4, 10)

test('an edition that was downloaded and is read again keeps its pictures', async () => {
  const first = { name: 'a.html', bytes: figure(dataUri('image/png', shown)) }
  await accept(world, await previewOf(world, first, salome), salome)
  const sent = await world.post(`${workshop}/editions`, [['unanswered', 'confirmed']], salome)
  assert.equal(sent.status, 303)
  const markdown = await textOf(world.get(`${reportPath}/editions/2.md`))
  assert.ok(markdown.includes(`(${origin}${addressOf(shown)}`), markdown)
  const before = await world.blockWith('Une courbe qui monte')

  const edited = { name: '2.md', bytes: markdown.replace('Des mots.', 'Des mots changés.') }
  const preview = await previewOf(world, edited, salome)
  const page = await textOf(world.get(preview, salome))
  assert.doesNotMatch(page, /sur un autre site|L’image a été/)
  assert.match(page, /1 modifié</)
  assert.equal((await accept(world, preview, salome)).status, 303)
  assert.deepEqual(await world.blockWith('Une courbe qui monte'), before)
})

test('the whole folder of an edition is read again as it was, by its index', async () => {
  const bytes = new Uint8Array(
    await (await world.get(`${reportPath}/editions/2.html.zip`)).arrayBuffer(),
  )
  const preview = await previewOf(world, { name: '2.html.zip', bytes }, salome)
  const page = await textOf(world.get(preview, salome))
  assert.doesNotMatch(page, /sur un autre site|L’image a été/)
  assert.match(page, /1 modifié</)
  assert.equal((await accept(world, preview, salome)).status, 303)
  assert.ok(await world.blockWith('Des mots.'))
})

test('a picture that only an edition still shows comes back, also from the folder’s page', async () => {
  const other = figure(dataUri('image/png', png(8, 5)))
  await accept(world, await previewOf(world, { name: 'b.html', bytes: other }, salome), salome)
  const page = figure(addressOf(shown).slice(1))
  await accept(world, await previewOf(world, { name: 'index.html', bytes: page }, salome), salome)
  const { picture } = await world.blockWith('Une courbe qui monte')
  assert.equal(addressOf(shown), `/pictures/${picture?.sha256}.png`)
  const unknown = figure(`${origin}${addressOf(shown).replace('.png', '.svg')}`)
  const preview = await previewOf(world, { name: 'c.html', bytes: unknown }, salome)
  assert.match(await textOf(world.get(preview, salome)), /1 image\s: sur un autre site/)
})

test('the address of another report’s picture brings nothing in, whether it is published or not', async () => {
  const secret = png(3, 3, 77)
  assert.ok((await readInto(world, figure(dataUri('image/png', secret)), { slug: 'autre' })).ok)
  const refused = async (published: boolean) => {
    const sending = { name: 'a.html', bytes: figure(`${origin}${addressOf(secret)}`) }
    const page = await textOf(world.get(await previewOf(world, sending, salome), salome))
    assert.match(page, /1 image\s: sur un autre site/)
    assert.ok(!page.includes(addressOf(secret)))
    assert.equal((await world.get(addressOf(secret), salome)).status === 200, published)
  }
  await refused(false)
  const report = await findReport(world.db, 'autre')
  assert.ok(report)
  const grants = [{ role: 'editor-in-chief' as const, scope: reportScope(report.id) }]
  const actor = { ...salome.actor, grants }
  const publication = { report, unansweredConfirmed: true, seen: null }
  assert.ok((await publishEdition(world.db, actor, publication, new Date())).ok)
  await refused(true)
})
