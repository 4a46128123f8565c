import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import * as fc from '../../../test/properties.ts'
import { listenSomewhere } from '../../../test/free-port.ts'
import { readPlainGet } from './plain-get.ts'

const read = (text: string) => readPlainGet(Buffer.from(text, 'latin1'))
const get = (...lines: string[]) =>
  ['GET /fr?a=1 HTTP/1.1', 'Host: here', ...lines, '', ''].join('\r\n')

test('a plain request is read: its address, and the fields that an answer depends on', () => {
  const asked = get('Accept-Encoding:  br, gzip\t', 'IF-NONE-MATCH: "a"', 'cookie: b=c', 'Via: x')
  assert.deepEqual(read(asked), {
    method: 'GET',
    url: '/fr?a=1',
    headers: { host: 'here', 'accept-encoding': 'br, gzip', 'if-none-match': '"a"', cookie: 'b=c' },
  })
  assert.ok(read(get('Connection: Keep-Alive')))
  assert.ok(read(get('Accept:')))
})

const notPlain: Record<string, string> = {
  'half a request': get().slice(0, -2),
  'two requests': get() + get(),
  'a body': get('Content-Length: 1') + 'a',
  'an empty body': get('Content-Length: 0'),
  'a body in chunks': get('Transfer-Encoding: chunked'),
  'a field with a space before its colon': get('Via : a'),
  'a field that goes on': get('Via: a', ' b'),
  'a line feed alone': get('Via: a\nCookie: b=c'),
  'a carriage return alone': get('Via: a\rb'),
  'a control character': get('Via: a\0b'),
  'a letter outside ASCII': get('Via: é'),
  'a cookie twice': get('Cookie: a=b', 'Cookie: c=d'),
  'an encoding twice': get('Accept-Encoding: br', 'accept-encoding: gzip'),
  'two hosts': get('Host: there'),
  'no host': 'GET /fr HTTP/1.1\r\n\r\n',
  'a connection that ends': get('Connection: close'),
  'an upgrade': get('Connection: keep-alive, Upgrade', 'Upgrade: h2c'),
  'an expectation': get('Expect: 100-continue'),
  'another method': get().replace('GET', 'HEAD'),
  'a method in small letters': get().replace('GET', 'get'),
  'an older version': get().replace('1.1', '1.0'),
  'a whole address': get().replace('/fr', 'http://here/fr'),
  'a fragment': get().replace('/fr', '/fr#a'),
  'two spaces': get().replace(' /fr', '  /fr'),
  'an empty line first': `\r\n${get()}`,
  'too much': get(`Via: ${'a'.repeat(9000)}`),
}
for (const [what, text] of Object.entries(notPlain)) {
  test(`not plain: ${what}`, () => assert.equal(read(text), null))
}

/** What takes long to read would be read for minutes, and everybody wait. */
const noHanging = { timeout: 10_000 }

test('spaces without end are read as fast as anything', noHanging, async () => {
  const spaces = ' '.repeat(8000)
  const requests = [
    get(`Via:${spaces}\0`),
    get(`Via: a${spaces}\0`),
    get(`Via: ${'a '.repeat(4000)}\0`),
  ]
  for (let times = 0; times < 500; times += 1) {
    for (const asked of requests) assert.equal(read(asked), null)
    await setImmediate()
  }
})

/** What node:http makes of the same bytes, as far as an answer depends on it. */
type Understood = {
  method: string | undefined
  url: string | undefined
  headers: object
  body: number
  stays: boolean
}

let understood: Understood[] = []
const server = createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming
  const read = ['host', 'cookie', 'accept-encoding', 'if-none-match'].filter(
    (name) => name in headers,
  )
  const one = {
    method,
    url,
    headers: Object.fromEntries(read.map((name) => [name, headers[name]])),
    body: 0,
    stays: outgoing.shouldKeepAlive,
  }
  understood.push(one)
  incoming.on('data', (bytes: Buffer) => (one.body += bytes.length))
  incoming.on('end', () => outgoing.end())
})
let port = 0
before(async () => {
  port = await listenSomewhere(server)
})
after(() => {
  server.close()
  server.closeAllConnections()
})

async function readByNode(bytes: Buffer): Promise<Understood[]> {
  understood = []
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}).resume()
  socket.end(bytes)
  await once(socket, 'close')
  return understood
}

const mostly = (usual: string, ...others: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Cookie: a=b', 'Accept-Encoding:br;q=1 ', 'If-None-Match: *'),
  },
  { weight: 2, arbitrary: fc.constantFrom('Connection: keep-alive', 'Connection:close', 'Via:\t') },
  { weight: 1, arbitrary: fc.constantFrom('Content-Length: 3', 'Transfer-Encoding: chunked') },
  fc.string({ unit: 'binary-ascii', maxLength: 12 }).map((text) => `X-${text}`),
)
const request = fc
  .record({
    url: fc.constantFrom('/', '/fr', '/fr/a?b=c%20d&e', '/~x/../y'),
    lines: fc.array(line, { maxLength: 4 }),
    end: mostly('\r\n', '\n'),
    more: mostly('', 'abc', get()),
  })
  .map(({ url, lines, end, more }) =>
    Buffer.from([`GET ${url} HTTP/1.1`, 'Host: a', ...lines, '', more].join(end), 'latin1'),
  )
/** A byte put in, taken out or changed: where parsers part ways. */
const nearly = fc
  .tuple(request, fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: 2 }), fc.boolean())
  .map(([bytes, at, byte, skipped, alter]) => {
    const place = at % bytes.length
    const changed = [bytes.subarray(0, place), Buffer.of(byte), bytes.subarray(place + skipped)]
    return alter ? Buffer.concat(changed) : bytes
  })

test('whatever is read, node:http reads as the same one request, without a body', async () => {
  let plain = 0
  await fc.assert(
    fc.asyncProperty(nearly, async (bytes) => {
      const asked = readPlainGet(bytes)
      if (!asked) return
      plain += 1
      const [one, ...more] = await readByNode(bytes)
      const { url, headers } = asked
      assert.deepEqual(one, { method: 'GET', url, headers, body: 0, stays: true })
      assert.deepEqual(more, [])
    }),
    { numRuns: 2500 },
  )
  assert.ok(plain > 500, `only ${plain} of 2,500 were plain`)
})
