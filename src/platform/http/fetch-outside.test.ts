import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import { fetchOutside } from './fetch-outside.ts'
import { isPublicAddress } from './public-address.ts'

let server: Server
let origin: string
let asked: string[] = []
let endless = 0

const answers: Record<string, RequestListener> = {
  '/plain': (_request, response) => response.setHeader('Set-Cookie', ['a=1', 'b=2']).end('said'),
  '/led': (_request, response) => response.writeHead(302, { Location: '/plain' }).end(),
  '/nothing': (_request, response) => response.writeHead(204).end(),
  '/odd': (_request, response) => response.writeHead(999).end('odd'),
  '/never': () => {},
  '/half': (_request, response) => {
    response.writeHead(200, { 'Content-Length': '10' })
    response.write('half', () => response.destroy())
  },
  '/endless': (_request, response) => {
    const more = () => {
      do endless += 65_536
      while (!response.destroyed && response.write('x'.repeat(65_536)))
    }
    response.on('drain', more)
    more()
  },
  '/echo': (request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () =>
      response.end(`${request.method} ${String(request.headers['x-of'])} ${body}`),
    )
  },
}

before(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answers[request.url ?? '']?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const at = (path: string) => fetchOutside(`${origin}${path}`, {}, origin)

test('what the operator named is asked wherever it is, and answers as it would to fetch', async () => {
  const plain = await at('/plain')
  assert.deepEqual([plain.status, await plain.text()], [200, 'said'])
  assert.deepEqual(plain.headers.getSetCookie(), ['a=1', 'b=2'])
  const echoed = await fetchOutside(
    `${origin}/echo`,
    { method: 'POST', headers: { 'X-Of': 'mine' }, body: 'é=1' },
    origin,
  )
  assert.equal(await echoed.text(), 'POST mine é=1')
  assert.equal((await at('/nothing')).status, 204)
})

test('a redirect is not followed', async () => {
  asked = []
  assert.equal((await at('/led')).status, 302)
  assert.deepEqual(asked, ['/led'])
})

test('an answer that ends early, never, or not at all is none', async () => {
  await assert.rejects(at('/half'), TypeError)
  await assert.rejects(at('/endless'), TypeError)
  assert.ok(endless < 64 * 1024 * 1024, `${endless} bytes were taken`)
  await assert.rejects(at('/odd'), TypeError)
  await assert.rejects(fetchOutside('http://127.0.0.1:1/', {}, 'http://127.0.0.1:1'), TypeError)
  const signal = AbortSignal.timeout(50)
  await assert.rejects(fetchOutside(`${origin}/never`, { signal }, origin), {
    name: 'TimeoutError',
  })
})

/** Ways to write this machine and the network behind it. */
const inside = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0/',
  'https://localhost/',
  'https://10.1.2.3/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
]

for (const address of inside) {
  test(`nothing is asked of ${address} that the operator did not name`, async () => {
    const signal = AbortSignal.timeout(2000)
    await assert.rejects(fetchOutside(address, { signal }, 'https://provider.example'), (error) => {
      assert.ok(error instanceof TypeError)
      const { cause } = error
      const why = cause instanceof Error ? cause.message : error.message
      assert.match(why, /not an address of the public internet/)
      return true
    })
  })
}

test('nobody else is asked without https, not even by another port of the same host', async () => {
  asked = []
  for (const address of [
    'http://provider.example/',
    'ftp://provider.example/',
    `${origin}/plain`,
  ]) {
    await assert.rejects(fetchOutside(address, {}, 'http://127.0.0.1:1'), /without https/)
  }
  assert.deepEqual(asked, [])
})

test('public numbers are public, and what is no number is not', () => {
  for (const one of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '2606:4700::1111']) {
    assert.equal(isPublicAddress(one), true, one)
  }
  for (const one of ['', 'localhost', '1.1.1', '255.255.255.255', '239.1.1.1', '2001:db8::1']) {
    assert.equal(isPublicAddress(one), false, one)
  }
})
