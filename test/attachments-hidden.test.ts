import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { unzipSync } from 'fflate'
import { verifyFiles } from '../src/attachments/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { attach, attached, jpeg, pdf, publishWith } from './attach.ts'
import { askErasure, eraseBy, inDays } from './erase.ts'
import { moderate, setMode, undo, withhold } from './moderate.ts'
import { runTask } from './run-task.ts'
import { formOf, newKey, statusOf, textOf, type Somebody } from './take-part.ts'
import { testFiles } from './test-files.ts'
import { openWorld, type World } from './world.ts'

let world: World
let iris: Somebody
let nour: Somebody
let maud: Somebody
let salome: Somebody
before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
  nour = await world.person({ name: 'Nour des Ormes' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  salome = await world.person({ name: 'Salomé' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  assert.deepEqual((await verifyFiles(world.db, testFiles)).findings, [])
  await world.close()
})

const path = '/fr/reports/petite-loi/contributions'
let width = 100

/** Publishes a picture that nobody has sent yet. */
async function publishPicture(as: Somebody) {
  width += 1
  const { number, hashes } = await publishWith(world, as, [
    { name: 'a.jpg', bytes: await jpeg(width) },
  ])
  return { number, address: `/files/${hashes[0]}.jpg`, sha256: hashes[0] ?? '' }
}

/** Who reads it: everybody, its author, somebody else who is signed in, a moderator. */
async function readersOf(address: string, author = iris) {
  const as = [undefined, author, nour, maud]
  return Promise.all(as.map((one) => statusOf(world.get(address, one))))
}

test('what is withheld is served to its author and moderators alone, and to all once it is shown again', async () => {
  const { number, address } = await publishPicture(iris)
  assert.deepEqual(await readersOf(address), [200, 200, 200, 200])
  assert.equal(await statusOf(withhold(world, maud, number)), 303)
  assert.deepEqual(await readersOf(address), [404, 200, 404, 200])
  assert.equal(await statusOf(undo(world, maud, number)), 303)
  assert.deepEqual(await readersOf(address), [200, 200, 200, 200])
})

test('what its author takes back is no longer served to others', async () => {
  const { number, address } = await publishPicture(iris)
  await world.post(`/fr/contributions/${number}/withdrawal`, [], iris)
  assert.deepEqual(await readersOf(address), [404, 200, 404, 200])
  const page = await (await world.get(`/fr/contributions/${number}`)).text()
  assert.doesNotMatch(page, /<img/)
  assert.match(page, /Fichier retiré avec elle\s:/)
})

test('what waits for a moderator is served to nobody else', async () => {
  await setMode(world, salome, 'before')
  const { address } = await publishPicture(iris)
  await setMode(world, salome, 'after')
  assert.deepEqual(await readersOf(address), [404, 200, 404, 200])
})

test('a moderator hides one of two files: the other stays, and the page says that one is hidden', async () => {
  const { number, hashes } = await publishWith(world, iris, [
    { name: 'a.pdf', bytes: await pdf('montré') },
    { name: 'b.pdf', bytes: await pdf('masqué') },
  ])
  const form = await textOf(world.get(`/fr/workshop/contributions/${number}/moderation`, maud))
  assert.match(form, /name="file" value="2"/)
  const choice = { choice: 'cut', ground: '1', reason: 'Une adresse privée.' }
  assert.equal(await statusOf(moderate(world, maud, number, choice)), 422)
  assert.equal(await statusOf(moderate(world, maud, number, { ...choice, file: '2' })), 303)
  assert.deepEqual(await readersOf(`/files/${hashes[0]}.pdf`), [200, 200, 200, 200])
  assert.deepEqual(await readersOf(`/files/${hashes[1]}.pdf`), [404, 200, 404, 200])
  const page = await textOf(world.get(`/fr/contributions/${number}`))
  assert.ok(page.includes(`${hashes[0]}`) && !page.includes(`${hashes[1]}`))
  assert.match(page, /Pièce jointe masquée/)
  assert.match(page, /coupé par la modération, règle 1/)
})

test('a revision has its files, an older one is served no more, and both are committed to', async () => {
  const { number, address, sha256 } = await publishPicture(iris)
  const other = await attach(world, iris, [{ name: 'autre.pdf', bytes: await pdf('autre') }])
  const form = await textOf(world.get(`/fr/contributions/${number}/revision`, iris))
  assert.ok(form.includes(`name="attachment" value="${sha256}"`))
  const revised = await world.post(
    `/fr/contributions/${number}/revisions`,
    [...formOf({ revision: '1', body: 'Une remarque.' }), ...attached(other.hashes)],
    iris,
  )
  assert.equal(revised.status, 303)
  assert.deepEqual(await readersOf(address), [404, 200, 404, 200])
  assert.deepEqual(await readersOf(`/files/${other.hashes[0]}.pdf`), [200, 200, 200, 200])
  const history = await textOf(world.get(`/fr/contributions/${number}/revisions`))
  assert.match(history, /fichier 1\.jpg/)
})

test('whatever is changed of a file or of what is said of it is found', async () => {
  const { sha256 } = await publishPicture(iris)
  await world.seal()
  const altered = async (statement: string) => {
    try {
      await world.db.transaction().execute(async (tx) => {
        await sql.raw(statement).execute(tx)
        const { findings } = await verifyRecord(tx)
        throw Object.assign(new Error('taken back'), { found: findings.map((one) => one.problem) })
      })
    } catch (error) {
      return error instanceof Error && 'found' in error ? error.found : String(error)
    }
    return null
  }
  const which = `where sha256 = '\\x${sha256}'`
  assert.deepEqual(await altered(`update attachment set name = 'autre.jpg' ${which}`), ['altered'])
  assert.deepEqual(await altered(`update attachment set alternative = 'x' ${which}`), ['altered'])
  assert.deepEqual(await altered(`delete from attachment ${which}`), ['altered'])

  const problems = async () => (await verifyFiles(world.db, testFiles)).findings
  const kept = { ...testFiles, open: async () => new Blob(['altered']).stream() }
  assert.ok((await verifyFiles(world.db, kept)).findings.every((one) => one.problem === 'altered'))
  const lost = { ...testFiles, open: async () => null }
  const found = (await verifyFiles(world.db, lost)).findings
  assert.ok(
    found.some(({ object, problem }) => object === `file/${sha256}` && problem === 'missing'),
  )
  assert.deepEqual(await problems(), [])
})

test('the files of a form that nobody sent on are deleted after a day, those of a draft stay with it', async () => {
  const gone = await attach(world, nour, [{ name: 'a.pdf', bytes: await pdf('oublié') }])
  const kept = await attach(world, nour, [{ name: 'b.pdf', bytes: await pdf('gardé') }])
  await sql`delete from draft`.execute(world.db)
  const key = newKey()
  const draft = [...formOf({ step: 'draft', key }), ...attached(kept.hashes)]
  assert.equal((await world.post(path, draft, nour)).status, 303)

  await runTask(world, 'attachments.forget', new Date())
  assert.ok(await testFiles.open(gone.hashes[0] ?? ''))
  await runTask(world, 'attachments.forget', inDays(2))
  assert.equal(await testFiles.open(gone.hashes[0] ?? ''), null)
  assert.ok(await testFiles.open(kept.hashes[0] ?? ''))
  const again = await textOf(
    world.get(
      `/fr/reports/petite-loi/contribution?kind=remark&draft=${encodeURIComponent(key)}`,
      nour,
    ),
  )
  assert.ok(again.includes(kept.hashes[0] ?? 'nothing'))
})

test('what lies where files are and is nobody’s is deleted', async () => {
  const stray = await testFiles.put(Buffer.from('left by a process that ended'))
  await runTask(world, 'attachments.forget', new Date())
  assert.equal(await testFiles.open(stray), null)
})

test('one takes one’s files away with the rest of one’s data', async () => {
  const zoe = await world.person({ name: 'Zoé' })
  const { address, sha256 } = await publishPicture(zoe)
  const bytes = new Uint8Array(await (await world.get(address)).arrayBuffer())
  const zip = await world.get('/fr/account/data.zip', zoe)
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const name = Object.keys(files).find((one) => one.includes(sha256.slice(0, 16)))
  assert.equal(name, `vivace-data/files/${sha256.slice(0, 16)} fichier 1.jpg`)
  assert.deepEqual(files[name ?? ''], bytes)
  const data = Buffer.from(files['vivace-data/data.json'] ?? []).toString()
  assert.match(data, /"alternative": "Une image"/)
})

test('an erasure with the texts takes the files too, but what somebody else attached as well', async () => {
  const lea = await world.person({ name: 'Léa' })
  const own = await publishPicture(lea)
  const shared = await pdf('à deux')
  const one = await publishWith(world, lea, [{ name: 'a.pdf', bytes: shared }])
  const other = await publishWith(world, nour, [{ name: 'b.pdf', bytes: shared }])
  assert.deepEqual(one.hashes, other.hashes)
  await askErasure(world, lea, { texts: 'withdrawn' })
  await eraseBy(world, inDays(8))
  await runTask(world, 'attachments.forget', new Date())
  assert.equal(await testFiles.open(own.sha256), null)
  assert.equal(await statusOf(world.get(`/files/${one.hashes[0]}.pdf`)), 200)
  const { rows } = await sql`select name, alternative from attachment
    where contribution_number = ${own.number} and name <> ''`.execute(world.db)
  assert.deepEqual(rows, [])
})
