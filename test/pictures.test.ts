import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { findEditionBlock, findFrozenEdition, findLatestEdition } from '../src/reports/index.ts'
import { addressOf, dataUri, figure, png, zip } from './picture-files.ts'
import { accept, openEmptyReport, previewOf } from './send-file.ts'
import { serveFromMemory } from './served.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let salome: Somebody
let nour: Somebody
before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  nour = await world.person({ name: 'Nour' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const workshop = '/fr/workshop/reports/petite-loi'
async function take(name: string, bytes: string | Uint8Array): Promise<string> {
  const preview = await previewOf(world, { name, bytes }, salome)
  const page = await textOf(world.get(preview, salome))
  assert.equal((await accept(world, preview, salome)).status, 303)
  return page
}

async function publishNext(): Promise<void> {
  const sent = await world.post(`${workshop}/editions`, [['unanswered', 'confirmed']], salome)
  assert.equal(sent.status, 303, await sent.text())
}

test('a picture is seen by whoever edits while it waits, and by all once it is published', async () => {
  const held = png(8, 4, 10)
  const address = addressOf(held)
  const statusFor = async (as?: { cookie: string }) => (await world.get(address, as)).status
  const sending = {
    name: 'a.zip',
    bytes: zip({ 'a/index.html': figure('pictures/1.png'), 'a/pictures/1.png': held }),
  }
  const preview = await previewOf(world, sending, salome)
  assert.match(await textOf(world.get(preview, salome)), new RegExp(`<img src="${address}"`))
  assert.equal(await statusFor(salome), 200)
  assert.equal((await accept(world, preview, salome)).status, 303)
  assert.deepEqual(await world.db.selectFrom('upload_picture').selectAll().execute(), [])

  await openEmptyReport(world, 'autre')
  const waiting = await world.get(address, salome)
  assert.equal(waiting.headers.get('Cache-Control'), 'private, no-store')
  assert.deepEqual([await statusFor(), await statusFor(nour)], [404, 404])
  assert.match(await textOf(world.get(`${workshop}/text`, salome)), new RegExp(address))

  await publishNext()
  const seen = await world.get(address)
  assert.equal(seen.status, 200)
  assert.equal(seen.headers.get('Content-Type'), 'image/png')
  assert.equal(seen.headers.get('Cache-Control'), 'public, max-age=31536000, immutable')
  assert.match(seen.headers.get('Content-Security-Policy') ?? '', /^default-src 'none';.*sandbox$/)
  assert.equal(seen.headers.get('X-Content-Type-Options'), 'nosniff')
  assert.deepEqual(new Uint8Array(await seen.arrayBuffer()), held)
  for (const other of [
    address.replace('.png', '.svg'),
    `${address}.png`,
    '/pictures/x',
    `/pictures/${'0'.repeat(64)}.png`,
  ]) {
    assert.equal((await world.get(other)).status, 404, other)
  }
})

test('a page shows the picture with its alternative, and its caption with its marks below', async () => {
  const block = await world.blockWith('Une courbe qui monte')
  const page = await textOf(world.get(`${reportPath}/passages/${block.id}`))
  assert.match(
    page,
    /<figure class="picture"><img src="\/pictures\/[0-9a-f]{64}\.png" alt="Une courbe qui monte" width="8" height="4" loading="lazy" decoding="async"\/><figcaption>Les <strong>délais<\/strong>. Par an.<\/figcaption><\/figure>/,
  )
})

test('a published picture is sent from memory, and one that is not is not there', async () => {
  const served = await serveFromMemory(world)
  try {
    const address = addressOf(png(8, 4, 10))
    const first = await served.get(address)
    assert.deepEqual(first.bytes, Buffer.from(png(8, 4, 10)))
    served.rendered.length = 0
    const again = await served.get(address)
    assert.deepEqual([served.rendered, again.status], [[], 200])
    assert.match(String(again.headers['content-security-policy']), /default-src 'none'/)
    assert.equal((await served.get(addressOf(png(9, 9)))).status, 404)
  } finally {
    await served.close()
  }
})

test('another picture under the same words is a change; an equal one of another name is none', async () => {
  const held = png(8, 4, 10)
  const again = await previewOf(
    world,
    { name: 'b.zip', bytes: zip({ 'loi.html': figure('autre.jpg'), 'autre.jpg': held }) },
    salome,
  )
  assert.equal((await accept(world, again, salome)).status, 422)

  const { id } = await world.blockWith('Une courbe qui monte')
  const other = png(8, 5, 200)
  const page = await take('c.html', figure(dataUri('image/png', other)))
  assert.match(page, /1 modifié</)
  assert.match(page, /L’image a été remplacée\./)
  assert.equal((await world.blockWith('Une courbe qui monte')).id, id)
  const pending = await textOf(world.get(`${workshop}/changes`, salome))
  assert.match(pending, /L’image a été remplacée\./)
  assert.match(pending, new RegExp(`${addressOf(held)}[^]*${addressOf(other)}`))
  assert.equal((await world.get(addressOf(other))).status, 404)

  await publishNext()
  const latest = await findLatestEdition(world.db, world.report.id)
  const changes = `${reportPath}/editions/${latest?.number}/changes`
  for (const path of [changes, `${reportPath}/passages/${id}`]) {
    const told = await textOf(world.get(path))
    assert.match(told, /L’image a été remplacée\./, path)
    assert.match(told, new RegExp(`${addressOf(held)}"[^]*${addressOf(other)}"`), path)
  }
  const frozen = latest && (await findEditionBlock(world.db, latest.id, id))
  assert.equal(frozen?.picture?.height, 5)
  const said = latest && (await findFrozenEdition(world.db, latest.id))
  assert.ok(frozen?.picture && said?.canonical.includes(`"sha256":"${frozen.picture.sha256}"`))
})

test('an amendment of a figure changes its words and never its picture', async () => {
  const { id, picture: shown } = await world.blockWith('Une courbe qui monte')
  const latest = await findLatestEdition(world.db, world.report.id)
  const number = await publish(world, nour, {
    path: `${reportPath}/passages/${id}/amendments`,
    edition: String(latest?.number),
    sentence: '1',
    wording: 'Une courbe qui descend',
    body: 'Elle descend.',
  })
  const given = { c: `${number}`, revision: `${number}.1`, decision: 'accepted', reason: 'Oui.' }
  const answered = await world.post(`${workshop}/answers`, Object.entries(given), salome)
  assert.equal(answered.status, 303)
  const after = await world.blockWith('Une courbe qui descend')
  assert.deepEqual([after.id, after.picture], [id, shown])
  assert.match(
    await textOf(world.get(`${workshop}/text/${id}`, salome)),
    /alt="Une courbe qui descend"/,
  )
})

test('a file that lost its picture says that it takes it out of the text', async () => {
  const sending = { name: 'a.html', bytes: figure('https://elsewhere.test/x.png') }
  const page = await textOf(world.get(await previewOf(world, sending, salome), salome))
  assert.match(page, /1 image\s: sur un autre site/)
  assert.match(page, /L’image a été retirée\./)
  assert.doesNotMatch(page, /<img[^>]* src="(?!\/pictures\/)/)
})

test('a picture that is no longer what was published is found', async () => {
  const found = await world.db
    .transaction()
    .execute(async (tx) => {
      await sql`alter table picture disable trigger all`.execute(tx)
      await sql`alter table picture drop constraint picture_check`.execute(tx)
      await sql`update picture set bytes = 'x' where height = 5`.execute(tx)
      const { findings } = await verifyRecord(tx)
      throw new Error(JSON.stringify(findings))
    })
    .catch((error: unknown) => String(error))
  const sha256 = addressOf(png(8, 5, 200)).slice('/pictures/'.length, -'.png'.length)
  assert.ok(found.includes(`{"kind":"picture","object":"${sha256}","problem":"altered"}`), found)
})
