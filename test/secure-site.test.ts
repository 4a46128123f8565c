import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appOn, openWorld, origin, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld({ editions: 0 })
  await world.person({ name: 'Ada' })
})
after(() => world.close())

const secure = 'https://vivace.test'

async function signIn(at: string): Promise<{ app: ReturnType<typeof appOn>; given: string }> {
  const app = appOn(world.db, [], { publicUrl: at })
  const response = await app.request(`${at}/fr/account/session`, {
    method: 'POST',
    headers: { Origin: at, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'account=Ada',
  })
  assert.equal(response.status, 303)
  return { app, given: response.headers.get('Set-Cookie') ?? '' }
}

async function over(at: string): Promise<string | null> {
  const response = await appOn(world.db, [], { publicUrl: at }).request(`${at}/fr`)
  return response.headers.get('Strict-Transport-Security')
}

const statusOf = async (app: ReturnType<typeof appOn>, address: string, cookie: string) =>
  (await app.request(address, { headers: { Cookie: cookie } })).status

test('over https the session’s cookie is of this host alone, for no script, and travels by no other way', async () => {
  const { app, given } = await signIn(secure)
  assert.match(given, /^__Host-vivace_session=[\w-]{43}; /)
  const [, ...flags] = given.split('; ')
  assert.deepEqual(flags.toSorted(), [
    'HttpOnly',
    'Max-Age=2592000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ])
  const [pair = ''] = given.split(';')
  const account = `${secure}/fr/account`
  assert.equal(await statusOf(app, account, pair), 200)
  const fromAnywhere = pair.replace('__Host-', '')
  assert.equal(await statusOf(app, account, fromAnywhere), 303, 'a neighbouring host could set it')
})

test('over https its end takes the same cookie away', async () => {
  const { app, given } = await signIn(secure)
  const [pair = ''] = given.split(';')
  const ended = await app.request(`${secure}/fr/account/session/end`, {
    method: 'POST',
    headers: {
      Origin: secure,
      Cookie: pair,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  })
  assert.match(
    ended.headers.get('Set-Cookie') ?? '',
    /^__Host-vivace_session=; Max-Age=0; Path=\/; Secure/,
  )
  assert.equal(await statusOf(app, `${secure}/fr/account`, pair), 303)
})

test('browsers are told to come by https for a year, here and below, where that is how one comes', async () => {
  assert.equal(await over(secure), 'max-age=31536000; includeSubDomains')
  assert.equal(await over(origin), null)
})
