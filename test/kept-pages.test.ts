import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publicPages } from '../src/public-pages.ts'
import { serveFromMemory, until, wordsOf, type Served } from './served.ts'
import { publish, reportPath, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let served: Served
let nour: Somebody
let iris: Somebody
let number: number
let block: { id: string }
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour des Ormes' })
  iris = await world.person({ name: 'Iris Colombier' })
  block = await world.blockWith('Chaque commune publie')
  number = await publish(world, nour, { body: 'Une remarque de plus.' })
  served = await serveFromMemory(world)
})
after(async () => {
  await served.close()
  await world.close()
})

const brotli = { 'Accept-Encoding': 'br' }
test('every page is kept, or is known to be somebody’s own, or what somebody looks for', () => {
  // Who speaks for an organisation changes with the time of day; a topic counts who looks at it.
  const own =
    /^\/(workshop|account|admin|demonstration|organisations?)\b|^\/(journal|permissions)$|^\/(invitations|flags|unsubscriptions)\/|\/topics\/:topic$|\/(reading-list|search|revision|withdrawal|support|receipt|receipt\.json|reply|contribution|amendment|flag|flag\/received|appeal|guarantee)$|\/(decisions\/:decision|opinions\/:opinion|moderation\.(csv|json))$/
  const kept = new Set(
    publicPages.map(({ path }) => path.replace(/^\/(?:fr|en|es|qps)/, '') || '/'),
  )
  const pages = world.app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/fr'))
    .map(({ path }) => path.slice('/fr'.length) || '/')
  assert.ok(pages.length > 30)
  assert.deepEqual(
    pages.filter((path) => !kept.has(path) && !own.test(path)),
    [],
  )
  assert.deepEqual(
    [...kept].filter((path) => !/^\/(?:assets|pictures)\//.test(path) && !pages.includes(path)),
    [],
  )
})

test('a page is made once, and then sent from memory, in every encoding', async () => {
  const path = `${reportPath}/passages/${block.id}`
  served.rendered.length = 0
  const [first, ...others] = [
    await served.get(path, brotli),
    await served.get(path, { 'Accept-Encoding': 'gzip, deflate' }),
    await served.get(path),
    await served.get(path, { 'Accept-Encoding': 'gzip;q=0.5, br;q=0' }),
    await served.get(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' }),
  ]
  assert.deepEqual(served.rendered, [path])
  assert.match(wordsOf(first), /Chaque commune publie/)
  assert.deepEqual(
    [first, ...others].map(({ headers }) => headers['content-encoding'] ?? 'identity'),
    ['br', 'gzip', 'identity', 'gzip', 'br'],
  )
  for (const other of others) assert.equal(wordsOf(other), wordsOf(first))
  assert.equal(new Set([first, ...others].map(({ headers }) => headers.etag)).size, 3)
  assert.equal(first.headers['cache-control'], 'public, max-age=0, must-revalidate')
  assert.match(String(first.headers['content-security-policy']), /default-src 'self'/)
  assert.deepEqual(String(first.headers.vary).split(', ').toSorted(), ['Accept-Encoding', 'Cookie'])
  assert.equal(first.headers['x-request-id'], undefined)
})

test('whoever has a page is not sent it again, and HEAD sends none', async () => {
  const path = `${reportPath}/editions`
  const page = await served.get(path, brotli)
  const again = await served.get(path, {
    ...brotli,
    'If-None-Match': `"x", W/${page.headers.etag}`,
  })
  assert.deepEqual([again.status, again.bytes.length], [304, 0])
  assert.equal(again.headers.etag, page.headers.etag)
  const otherEncoding = { 'Accept-Encoding': 'gzip', 'If-None-Match': page.headers.etag ?? '' }
  assert.equal((await served.get(path, otherEncoding)).status, 200)
  const head = await served.get(path, brotli, 'HEAD')
  assert.deepEqual([head.status, head.bytes.length], [200, 0])
  assert.equal(head.headers['content-length'], String(page.bytes.length))
})

test('a page read often is compressed better, and whoever has the former one has it still', async () => {
  const path = `${reportPath}/part/${(await world.blockWith('Clarté des services publics')).id}`
  const first = await served.get(path, brotli)
  await until(async () => (await served.get(path, brotli)).headers.etag !== first.headers.etag)
  const better = await served.get(path, brotli)
  assert.ok(better.bytes.length < first.bytes.length)
  assert.equal(wordsOf(better), wordsOf(first))
  const known = { ...brotli, 'If-None-Match': first.headers.etag ?? '' }
  assert.equal((await served.get(path, known)).status, 304)
})

test('no byte that is kept changes with a session, and nobody gets another’s header', async () => {
  const paths = [
    '/fr',
    reportPath,
    `${reportPath}/editions/1`,
    `${reportPath}/passages/${block.id}`,
    `${reportPath}/contributions`,
    `/fr/contributions/${number}`,
    `/en/contributions/${number}/revisions`,
  ]
  for (const path of paths) {
    const asVisitor = wordsOf(await served.get(path, brotli))
    assert.doesNotMatch(asVisitor, /class="viewer"/, path)
    for (const [person, name, other] of [
      [nour, 'Nour des Ormes', 'Iris Colombier'],
      [iris, 'Iris Colombier', 'Nour des Ormes'],
    ] as const) {
      const own = await served.get(path, { ...brotli, Cookie: `theme=dark; ${person.cookie}` })
      const header = /class="viewer"[\s\S]*?<\/a>/.exec(wordsOf(own))?.[0] ?? ''
      assert.ok(header.includes(name) && !header.includes(other), path)
      assert.equal(own.headers['cache-control'], 'private, no-store')
      assert.equal(own.headers.etag, undefined)
      assert.equal(wordsOf(await served.get(path, brotli)), asVisitor, path)
    }
  }
})

test('a page first asked for by somebody signed in is not kept for others', async () => {
  const path = `${reportPath}/passages/${(await world.blockWith('Article 2 -')).id}`
  const own = await served.get(path, { Cookie: nour.cookie })
  assert.match(wordsOf(own), /Nour des Ormes/)
  assert.doesNotMatch(wordsOf(await served.get(path)), /Nour des Ormes/)
})

test('nothing that a reader sends stands in what is kept', async () => {
  const path = `${reportPath}/editions/1`
  const sent = { 'User-Agent': 'mark-1', Referer: 'http://mark-2/', 'X-Forwarded-For': 'mark-3' }
  await served.get(path, { ...sent, 'Accept-Language': 'mark-4', Cookie: 'other=mark-5' })
  assert.doesNotMatch(wordsOf(await served.get(path)), /mark-\d/)
})

test('two queries on one path never share bytes, and an unknown parameter passes by', async () => {
  const list = `${reportPath}/contributions`
  const [all, amendments] = [
    await served.get(list),
    await served.get(`${list}?kind=amendment&order=supports`),
  ]
  assert.notEqual(wordsOf(all), wordsOf(amendments))
  served.rendered.length = 0
  const turned = await served.get(`${list}?order=supports&kind=amendment`)
  assert.equal(wordsOf(turned), wordsOf(amendments))
  assert.deepEqual(served.rendered, [], 'the order of parameters changes nothing')

  const passing = [
    `${list}?utm_source=x`,
    `${list}?kind=amendment&kind=remark`,
    `/fr/contributions/${number}?done=withdrawn`,
    `${reportPath}/`,
    '/fr/reports/petite%2Dloi',
  ]
  for (const path of [...passing, ...passing]) await served.get(path)
  assert.deepEqual(served.rendered, [...passing, ...passing])
})

test('addresses without a language are never kept: each reader is led to their own', async () => {
  served.rendered.length = 0
  const paths = [
    `/p/${block.id}`,
    `/p/${block.id}?edition=1`,
    `/c/${number}`,
    '/e/petite-loi/1',
    '/',
  ]
  for (const path of paths) {
    const french = await served.get(path, { 'Accept-Language': 'fr' })
    const english = await served.get(path, { 'Accept-Language': 'en' })
    assert.deepEqual([french.status, english.status], [302, 302], path)
    assert.match(french.headers.location ?? '', /^\/fr/, path)
    assert.match(english.headers.location ?? '', /^\/en/, path)
    assert.equal(french.headers['cache-control'], 'no-store', path)
    assert.match(french.headers.vary ?? '', /Accept-Language/, path)
  }
  assert.equal(served.rendered.length, paths.length * 2)
})

test('what is not found is said, and not kept', async () => {
  const path = `${reportPath}/editions/9`
  served.rendered.length = 0
  for (const status of [404, 404]) assert.equal((await served.get(path)).status, status)
  assert.equal(served.rendered.length, 2)
})
