import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as fc from './properties.ts'
import { serveFromMemory, until, type Served } from './served.ts'
import { reportPath, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

/** What is lost on a connection would be waited for without end. */
const noHanging = { timeout: 60_000 }

let world: World
let served: Served
/** The same pages in the same way, but for the way past node:http. */
let byNode: Served
let iris: Somebody
let paths: string[] = []
let tag = ''

before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
  served = await serveFromMemory(world)
  byNode = await serveFromMemory(world)
  byNode.server.removeAllListeners('connection')
  for (const ofNode of createServer().listeners('connection')) {
    byNode.server.on('connection', (socket) => ofNode.call(byNode.server, socket))
  }
  const passage = (await world.blockWith('Chaque commune publie')).id
  paths = ['/fr', reportPath, `${reportPath}/contributions?kind=remark`, `/fr/p/${passage}`]
  for (const path of paths) await Promise.all([settle(served, path), settle(byNode, path)])
  tag = String((await served.get(paths[0] ?? '', brotli)).headers.etag)
}, noHanging)
after(async () => {
  await served?.close()
  await byNode?.close()
  await world?.close()
})

const brotli = { 'Accept-Encoding': 'br' }

/** Until it is as well compressed as can be: its bytes stay the same from then on. */
async function settle(one: Served, path: string): Promise<void> {
  for (let times = 0; times < 20; times += 1) await one.get(path, brotli)
  await until(async () =>
    /-br11"$|^undefined$/.test(String((await one.get(path, brotli)).headers.etag)),
  )
}

function open({ port }: Served): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  return socket
}

function untilClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

const asked = (path: string, ...lines: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: vivace.test', ...lines, '', ''].join('\r\n')

/** All that comes back before the connection ends, but for what is of the moment. */
async function exchange(to: Served, sent: readonly string[]): Promise<string> {
  const socket = open(to)
  const chunks: Buffer[] = []
  socket.on('data', (bytes: Buffer) => chunks.push(bytes))
  const closed = untilClosed(socket)
  for (const bytes of sent) {
    socket.write(Buffer.from(bytes, 'latin1'))
    await nextTurn()
  }
  await closed
  return timeless(Buffer.concat(chunks).toString('latin1'))
}

const timeless = (answers: string) =>
  answers.replaceAll(/\r\n(Date|X-Request-Id): [^\r]*/gi, '\r\n$1: …')

/** How many of these requests node:http was asked to read. */
async function countReadByNode(to: Served, act: () => Promise<unknown>): Promise<number> {
  let count = 0
  const counted = () => (count += 1)
  to.server.on('request', counted)
  await act()
  to.server.off('request', counted)
  return count
}

test(
  'what is ready is answered without node:http, on a connection that stays; all else is its own',
  noHanging,
  async () => {
    const [path = ''] = paths
    const ready = [
      asked(path, 'Accept-Encoding: br'),
      asked(path, 'Accept-Encoding: br', `If-None-Match: ${tag}`),
    ]
    const last = asked('/fr/nowhere', 'Connection: close')
    let answers = ''
    const count = await countReadByNode(served, async () => {
      answers = await inTurn(served, [...ready, ...ready, last])
    })
    assert.equal(count, 1)
    assert.deepEqual(
      [...answers.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => status),
      ['200', '304', '200', '304', '404'],
    )
  },
)

/** Each request once the answer to the one before has come. */
async function inTurn(to: Served, requests: readonly string[]): Promise<string> {
  const socket = open(to)
  let heard = ''
  const closed = untilClosed(socket)
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')))
  for (const [at, one] of requests.entries()) {
    socket.write(one, 'latin1')
    if (at === requests.length - 1) break
    await until(() => Promise.resolve(heard.split('\r\nDate: ').length > at + 1))
  }
  await closed
  return timeless(heard)
}

test(
  'both ways answer the same bytes, whatever is sent and however it is cut',
  noHanging,
  async () => {
    const path = fc.constantFrom(
      ...paths,
      '/en',
      '/fr/nowhere',
      `${reportPath}?page=2`,
      '/',
      '/fr/../en',
    )
    const line = fc.constantFrom(
      'Accept-Encoding: br',
      'Accept-Encoding: gzip, br;q=0.1',
      'accept-encoding:identity',
      `If-None-Match: W/${tag}`,
      'If-None-Match: *',
      `Cookie: ${iris.cookie}`,
      'Cookie: other=1',
      'Connection: keep-alive',
      'Range: bytes=0-9',
      'Content-Length: 0',
      `X-Long: ${'a'.repeat(6000)}`,
    )
    const plain = fc
      .tuple(
        path,
        fc.uniqueArray(line, {
          maxLength: 3,
          selector: (text) => text.split(':')[0]?.toLowerCase(),
        }),
      )
      .map(([to, lines]) => asked(to, ...lines))
    const other = fc.constantFrom(
      `${asked('/fr', 'Content-Length: 5')}hello`,
      `${asked('/fr', 'Transfer-Encoding: chunked')}1\r\na\r\n0\r\n\r\n`,
      asked('/fr').replace('GET', 'HEAD'),
      asked('/fr', 'Content-Length: 0').replace('GET', 'POST'),
      '\r\n',
    )
    // After it the connection ends, whatever more is sent.
    const last = fc.constantFrom(
      asked('/fr/nowhere', 'Connection: close'),
      asked('/fr', 'Connection: close'),
      asked('/fr').replace('1.1', '1.0'),
    )
    const stream = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, other), { maxLength: 4 })
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 })
    const count = await countReadByNode(byNode, () =>
      fc.assert(
        fc.asyncProperty(stream, last, cuts, fc.boolean(), async (requests, end, places, cut) => {
          const sent = [...(cut ? cutAt(requests.join(''), places) : requests), end]
          assert.equal(await exchange(served, sent), await exchange(byNode, sent))
        }),
        { numRuns: 200 },
      ),
    )
    assert.ok(count > 150)
  },
)

function cutAt(text: string, places: readonly number[]): string[] {
  const at = places.map((place) => Math.floor(place * text.length)).toSorted((a, b) => a - b)
  return [0, ...at]
    .map((from, index) => text.slice(from, at[index]))
    .filter((piece) => piece !== '')
}

test('both ways refuse alike what is no request, first or after an answer', noHanging, async () => {
  const broken = [
    asked('/fr', 'Content-Length: 1', 'Content-Length: 2'),
    asked('/fr', 'Via: a\nb'),
    asked('/fr', 'Transfer-Encoding: chunked', 'Content-Length: 1'),
    asked('/fr').replace('Host', 'Ho st'),
    asked('/fr').replace('Host: vivace.test', 'Via: nobody'),
    asked('/fr', `X-Long: ${'a'.repeat(20_000)}`),
    'nonsense\r\n\r\n',
  ]
  for (const sent of broken) {
    for (const requests of [[sent], [asked('/fr'), sent]]) {
      const here = await inTurn(served, requests)
      assert.match(here, /HTTP\/1\.1 4\d\d [A-Z]/, sent.slice(0, 200))
      assert.equal(here, await inTurn(byNode, requests))
    }
  }
})
