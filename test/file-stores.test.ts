import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import S3rver from 's3rver'
import { checkPlace, verifyFiles } from '../src/attachments/index.ts'
import { openBucket, type BucketSettings } from '../src/platform/files/bucket.ts'
import { hashKept, readFileOf, type FileStore } from '../src/platform/files/file-store.ts'
import { openFolder } from '../src/platform/files/folder.ts'
import { attach, attached, hashesIn, jpeg, sendWith, sha256 } from './attach.ts'
import { formOf } from './take-part.ts'
import { appOn, openWorld } from './world.ts'

let folder: string
let server: S3rver
let bucket: BucketSettings
const stores = new Map<string, () => FileStore>()
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-stores-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'vivace', configs: [] }],
  })
  const { port } = await server.run()
  bucket = {
    endpoint: `http://127.0.0.1:${port}/`,
    bucket: 'vivace',
    region: 'eu-west-3',
    key: 'S3RVER',
    secret: 'S3RVER',
  }
  stores.set('a folder', () => openFolder(join(folder, 'files')))
  stores.set('a bucket', () => openBucket(bucket))
})
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

for (const kind of ['a folder', 'a bucket']) {
  const open = () => stores.get(kind)?.() ?? assert.fail(kind)

  test(`what is put into ${kind} is there under its hash, whole, once, until it is removed`, async () => {
    const store = open()
    const bytes = new Uint8Array(5_000_000).map((_, at) => at % 251)
    const [one, other] = await Promise.all([store.put(bytes), store.put(bytes)])
    assert.equal(one, sha256(bytes))
    assert.equal(one, other)
    assert.deepEqual(await readFileOf(store, one), bytes)
    assert.equal(await hashKept(store, one), one)
    const listed = []
    for await (const name of store.list()) listed.push(name)
    assert.deepEqual(listed, [one])
    await store.remove(one)
    await store.remove(one)
    assert.equal(await store.open(one), null)
    assert.equal(await hashKept(store, one), null)
  })

  test(`every process sees that ${kind} is the same place`, async () => {
    const world = await openWorld()
    assert.equal(await open().name(), await open().name())
    assert.ok(await checkPlace(world.db, open()))
    assert.ok(await checkPlace(world.db, open()))
    assert.equal(await checkPlace(world.db, openFolder(join(folder, `of its own, ${kind}`))), false)
    await world.close()
  })

  test(`a picture is attached, served and verified from ${kind}`, async () => {
    const opened = await openWorld()
    const world = { ...opened, app: appOn(opened.db, [], { files: open() }) }
    const iris = await world.person({ name: 'Iris' })
    const path = '/fr/reports/petite-loi/contributions'
    const { hashes } = await attach(world, iris, [{ name: 'a.jpg', bytes: await jpeg(2000, 90) }])
    const sent = await sendWith(world, iris, {
      path,
      fields: [...formOf(), ...attached(hashes)],
      files: [],
    })
    assert.equal(sent.status, 303)
    const answer = await world.app.request(`/files/${hashes[0]}.jpg`)
    assert.equal(sha256(new Uint8Array(await answer.arrayBuffer())), hashes[0])
    assert.deepEqual(await verifyFiles(world.db, open()), { count: 2, findings: [] })
    assert.deepEqual(hashesIn(''), [])
    await world.close()
  })
}

test('more files than a bucket tells at once are all listed', async () => {
  const store = openBucket(bucket)
  const put = await Promise.all(
    Array.from({ length: 1010 }, (_, at) => store.put(Buffer.from(String(at)))),
  )
  const listed = []
  for await (const name of store.list()) listed.push(name)
  const known = new Set(listed)
  assert.equal(known.size, listed.length)
  assert.deepEqual(
    put.filter((one) => !known.has(one)),
    [],
  )
})

test('a write into a folder that fails leaves nothing that could be read', async () => {
  const path = join(folder, 'full')
  await openFolder(path).name()
  const bytes = Buffer.from('cannot be written')
  // Where its own folder would be, there is a file.
  await writeFile(join(path, sha256(bytes).slice(0, 2)), '')
  await assert.rejects(openFolder(path).put(bytes))
  assert.deepEqual(
    (await readdir(path)).toSorted(),
    ['.name', sha256(bytes).slice(0, 2)].toSorted(),
  )
})

test('a bucket that does not answer as it should is told, and is not taken for an absence', async () => {
  const other = openBucket({ ...bucket, bucket: 'another' })
  await assert.rejects(other.put(Buffer.from('x')), /the bucket answered/)
  const nowhere = openBucket({ ...bucket, endpoint: 'http://127.0.0.1:1' })
  await assert.rejects(nowhere.open('0'.repeat(64)))
})
