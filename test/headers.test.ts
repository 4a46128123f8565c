import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { stylesheet } from '../src/platform/http/assets.ts'
import { openWorld, origin, type World } from './world.ts'

let world: World
let cookie: string
before(async () => {
  world = await openWorld()
  ;({ cookie } = await world.person({ name: 'Ada' }))
})
after(() => world.close())

const policy = [
  "default-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

type Asked = { path: string; status: number; method?: string; form?: string; mine?: true }

/** One of each kind of answer that there is. */
const answers: Asked[] = [
  { path: '/healthz', status: 200 },
  { path: '/readyz', status: 200 },
  { path: stylesheet.path, status: 200 },
  { path: '/', status: 302 },
  { path: '/fr', status: 200 },
  { path: '/fr/', status: 301 },
  { path: '/fr/nowhere', status: 404 },
  { path: '/fr/%00', status: 404 },
  { path: '/fr/account', status: 303 },
  { path: '/fr/account', status: 200, mine: true },
  { path: '/fr/account/sign-in-links/guessed', status: 404 },
  { path: '/fr/reports/petite-loi/editions/1.json', status: 200 },
  { path: '/fr/account/sign-in-links', status: 422, form: 'email=' },
  { path: '/fr/account/sign-in-links', status: 400, form: 'x=1&'.repeat(3000) },
  { path: '/fr/account/sign-in-links', status: 413, form: `email=${'x'.repeat(2_100_000)}` },
  { path: '/fr/account/passkey-session', status: 200, form: 'credential=' },
  { path: '/fr', status: 404, method: 'OPTIONS' },
]

async function ask({ path, method, form, mine }: Asked): Promise<Response> {
  return world.app.request(`${origin}${path}`, {
    method: method ?? (form === undefined ? 'GET' : 'POST'),
    headers: {
      Origin: 'http://vivace.test',
      ...(mine && { Cookie: cookie }),
      ...(form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    ...(form !== undefined && { body: form }),
  })
}

for (const asked of answers) {
  const { path, status, method = asked.form === undefined ? 'GET' : 'POST' } = asked
  test(`${method} ${path.slice(0, 60)} answers ${status} with what keeps browsers safe`, async () => {
    const response = await ask(asked)
    const { headers } = response
    assert.equal(response.status, status, await response.text())
    assert.equal(headers.get('Content-Security-Policy'), policy)
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff')
    assert.equal(headers.get('Referrer-Policy'), 'same-origin')
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin')
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin')
    for (const told of ['Access-Control-Allow-Origin', 'Server', 'X-Powered-By']) {
      assert.equal(headers.get(told), null)
    }
    const type = headers.get('Content-Type')
    if (type?.startsWith('text/')) assert.match(type, /;\s*charset=utf-8$/i)
  })
}

test('nothing that is somebody’s is kept by a cache, nor any answer to a form', async () => {
  for (const asked of [
    { path: '/fr', status: 200, mine: true as const },
    { path: '/fr/account', status: 200, mine: true as const },
    { path: '/fr/account/sign-in-links', status: 422, form: 'email=' },
    { path: '/fr/account/sign-in-links/guessed', status: 404 },
  ]) {
    assert.equal((await ask(asked)).headers.get('Cache-Control'), 'private, no-store', asked.path)
  }
})

test('methods that no page uses do nothing', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const response = await ask({ path: '/fr/account/session/end', status: 403, method, mine: true })
    assert.ok([403, 404].includes(response.status), `${method} answers ${response.status}`)
  }
  assert.equal((await ask({ path: '/fr/account', status: 200, mine: true })).status, 200)
})
